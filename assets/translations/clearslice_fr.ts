<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name></name>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source> frames per second</source>
        <translation> images par seconde</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> · {minutes} min to go</source>
        <translation> · encore {minutes} min</translation>
    </message>
    <message>
        <source> · {seconds} s to go</source>
        <translation> · encore {seconds} s</translation>
    </message>
    <message>
        <source>(not {})</source>
        <translation>(pas {})</translation>
    </message>
    <message>
        <source>* Changes contrast on purpose, so PSNR and SSIM say little about it.</source>
        <translation>* Modifie volontairement le contraste : PSNR et SSIM en disent donc peu.</translation>
    </message>
    <message>
        <source>+ Add a step</source>
        <translation>+ Ajouter une étape</translation>
    </message>
    <message>
        <source>1 again</source>
        <translation>1 de nouveau</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 élément</translation>
    </message>
    <message>
        <source>1 key image came with the study.</source>
        <translation>1 image clé accompagnait l&apos;examen.</translation>
    </message>
    <message>
        <source>1 measurement came with the study; it is in the Measure panel.</source>
        <translation>1 mesure accompagnait l&apos;examen ; elle est dans le panneau Mesurer.</translation>
    </message>
    <message>
        <source>1 measurement is not saved yet.</source>
        <translation>1 mesure n&apos;est pas encore enregistrée.</translation>
    </message>
    <message>
        <source>1 more waits</source>
        <translation>1 autre en attente</translation>
    </message>
    <message>
        <source>1 series</source>
        <translation>1 série</translation>
    </message>
    <message>
        <source>1 series was exported anonymised to {folder}; the original is untouched.</source>
        <translation>1 série a été exportée anonymisée vers {folder} ; l&apos;original est intact.</translation>
    </message>
    <message>
        <source>1 series was left out: {reason}</source>
        <translation>1 série a été laissée de côté : {reason}</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 coupe</translation>
    </message>
    <message>
        <source>A CT, an MR and a chest radiograph that come with the program</source>
        <translation>Un scanner, une IRM et une radiographie du thorax fournis avec le programme</translation>
    </message>
    <message>
        <source>A batch ended before it was finished: {done} of {count} series are done.</source>
        <translation>Un lot s&apos;est arrêté avant la fin : {done} séries sur {count} sont faites.</translation>
    </message>
    <message>
        <source>A batch ended before it was finished; it goes on from Enhance, Enhance many series.</source>
        <translation>Un lot s&apos;est arrêté avant la fin ; il reprend par Améliorer, Améliorer plusieurs séries.</translation>
    </message>
    <message>
        <source>A damaged part of the header was left out.</source>
        <translation>Une partie endommagée de l&apos;en-tête a été ignorée.</translation>
    </message>
    <message>
        <source>A key object selection; your files are left as they are</source>
        <translation>Une sélection d&apos;objets clés (Key Object Selection) ; vos fichiers restent tels quels</translation>
    </message>
    <message>
        <source>A recipe holds one or more [[step]] tables and nothing else.</source>
        <translation>Une recette contient une ou plusieurs tables [[step]] et rien d&apos;autre.</translation>
    </message>
    <message>
        <source>A recipe needs a name.</source>
        <translation>Une recette a besoin d&apos;un nom.</translation>
    </message>
    <message>
        <source>A recipe&apos;s name becomes a file&apos;s, so it may not hold &lt; &gt; : &quot; / \ | ? * or end with a dot.</source>
        <translation>Le nom d&apos;une recette devient celui d&apos;un fichier : il ne peut contenir &lt; &gt; : &quot; / \ | ? * ni finir par un point.</translation>
    </message>
    <message>
        <source>A window in this file makes no sense and was left out.</source>
        <translation>Un fenêtrage de ce fichier n&apos;a pas de sens et a été ignoré.</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>AI PROCESSED</source>
        <translation>TRAITÉ PAR IA</translation>
    </message>
    <message>
        <source>AS OPENED · DERIVED</source>
        <translation>COMME OUVERT · DÉRIVÉ</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>About Clearslice</source>
        <translation>À propos de Clearslice</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Active cell takes part in links</source>
        <translation>La cellule active participe aux liens</translation>
    </message>
    <message>
        <source>Active cell:</source>
        <translation>Cellule active :</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>After one measurement window/level comes back; else the tool stays until another is chosen.</source>
        <translation>Après une mesure, le fenêtrage revient ; sinon l&apos;outil reste jusqu&apos;à ce qu&apos;on en choisisse un autre.</translation>
    </message>
    <message>
        <source>Again: the file&apos;s next window</source>
        <translation>De nouveau : le fenêtrage suivant du fichier</translation>
    </message>
    <message>
        <source>Against pinned: {}</source>
        <translation>Par rapport à l&apos;épinglé : {}</translation>
    </message>
    <message>
        <source>Against the original</source>
        <translation>Par rapport à l&apos;original</translation>
    </message>
    <message>
        <source>Against the original slice over {}.</source>
        <translation>Par rapport à la coupe originale sur {}.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>All images lie at the same place; they are in order of their numbers.</source>
        <translation>Toutes les images sont au même endroit ; elles sont classées par numéro.</translation>
    </message>
    <message>
        <source>All series that are open</source>
        <translation>Toutes les séries ouvertes</translation>
    </message>
    <message>
        <source>All text</source>
        <translation>Tout le texte</translation>
    </message>
    <message>
        <source>Along {}, in {}.</source>
        <translation>Le long de {}, en {}.</translation>
    </message>
    <message>
        <source>Along {}, in {}. Thick: before, amber: after.</source>
        <translation>Le long de {}, en {}. Épais : avant, ambre : après.</translation>
    </message>
    <message>
        <source>Also images that say text is burned into them</source>
        <translation>Aussi les images déclarant du texte incrusté</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>An image lacks the identifiers that a DICOM document refers to; save CSV or pictures instead.</source>
        <translation>Une image n&apos;a pas les identifiants auxquels un document DICOM se réfère ; enregistrez plutôt un CSV ou des images.</translation>
    </message>
    <message>
        <source>An overlay of this image is damaged and is not shown.</source>
        <translation>Un calque de cette image est endommagé et n&apos;est pas affiché.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>GIF animé (*.gif)</translation>
    </message>
    <message>
        <source>Animated GIF, for web pages</source>
        <translation>GIF animé, pour pages web</translation>
    </message>
    <message>
        <source>Anonymise by the DICOM Basic Profile</source>
        <translation>Anonymiser selon le profil de base DICOM</translation>
    </message>
    <message>
        <source>Another series</source>
        <translation>Autre série</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Apply another method to the result of what is done already</source>
        <translation>Appliquer une autre méthode au résultat obtenu</translation>
    </message>
    <message>
        <source>Apply to series</source>
        <translation>Appliquer à la série</translation>
    </message>
    <message>
        <source>Apply to whole series</source>
        <translation>Appliquer à toute la série</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>Arrow with text</source>
        <translation>Flèche avec texte</translation>
    </message>
    <message>
        <source>As a DICOM key object selection, which marks them again when it is opened with the study</source>
        <translation>Sous forme de sélection d&apos;objets clés DICOM, qui les marque à nouveau à l&apos;ouverture avec l&apos;examen</translation>
    </message>
    <message>
        <source>As a DICOM structured report, which opens with the study again</source>
        <translation>Sous forme de rapport structuré DICOM, rouvert avec l&apos;examen</translation>
    </message>
    <message>
        <source>As a TOML file, which “clearslice enhance --recipe” reads too</source>
        <translation>En fichier TOML, lu aussi par « clearslice enhance --recipe »</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>Tel qu&apos;exporté</translation>
    </message>
    <message>
        <source>As in the main window</source>
        <translation>Comme dans la fenêtre principale</translation>
    </message>
    <message>
        <source>As seen, without patient</source>
        <translation>Tel qu&apos;affiché, sans patient</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>Automatique ({})</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card that works, else the CPU; from the next start on.</source>
        <translation>Automatique prend une carte graphique qui fonctionne, sinon le CPU ; dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>Averages patches that look alike; slow, keeps texture.</source>
        <translation>Moyenne les motifs semblables ; lent, préserve la texture.</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over original</source>
        <translation>FONDU · {} amélioré sur l&apos;original</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over pinned</source>
        <translation>FONDU · {} amélioré sur l&apos;épinglé</translation>
    </message>
    <message>
        <source>Back to {:g}</source>
        <translation>Revenir à {:g}</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Avant de commencer</translation>
    </message>
    <message>
        <source>Below 1 brightens, above 1 darkens.</source>
        <translation>En dessous de 1 éclaircit, au-dessus assombrit.</translation>
    </message>
    <message>
        <source>Bilateral</source>
        <translation>Bilatéral</translation>
    </message>
    <message>
        <source>Black point</source>
        <translation>Point noir</translation>
    </message>
    <message>
        <source>Black-and-white images are shown, but not enhanced.</source>
        <translation>Les images en noir et blanc sont affichées mais pas améliorées.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Fondu</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Os</translation>
    </message>
    <message>
        <source>Both at once, in any proportion</source>
        <translation>Les deux à la fois, en toute proportion</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Cerveau</translation>
    </message>
    <message>
        <source>Brightens or darkens the middle grey values.</source>
        <translation>Éclaircit ou assombrit les gris moyens.</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Plus clair</translation>
    </message>
    <message>
        <source>Brings out local contrast everywhere, within a limit.</source>
        <translation>Renforce partout le contraste local, dans une limite.</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile</source>
        <translation>Selon le profil DICOM Basic Application Level Confidentiality</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile (PS3.15 Annex E): names, numbers, dates, descriptions and private elements go; one patient keeps one pseudonym and UIDs still belong together within this export.</source>
        <translation>Selon le profil DICOM Basic Application Level Confidentiality (PS3.15 annexe E) : noms, numéros, dates, descriptions et éléments privés disparaissent ; un patient garde un seul pseudonyme et les UID restent cohérents dans cet export.</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
    <message>
        <source>CNR of {} and {}: {}</source>
        <translation>CNR de {} et {} : {}</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet, before and after in columns</source>
        <translation>CSV pour tableur, avant et après en colonnes</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel, then reset</source>
        <translation>Annuler, puis réinitialiser</translation>
    </message>
    <message>
        <source>Careful: these images are not known to be of the same patient.</source>
        <translation>Attention : rien n&apos;assure que ces images soient du même patient.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Cellules</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Changes only</source>
        <translation>Modifications seules</translation>
    </message>
    <message>
        <source>Changes units: HU or signal can no longer be read off the result.</source>
        <translation>Change les unités : les UH ou le signal ne se lisent plus sur le résultat.</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>Choisir une série</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key in the field.</source>
        <translation>Choisissez une action, puis pressez sa nouvelle touche dans le champ.</translation>
    </message>
    <message>
        <source>Choose folder and start…</source>
        <translation>Choisir un dossier et démarrer…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Choose the series to compare with; open one of this modality if none is offered.</source>
        <translation>Choisissez la série de comparaison ; ouvrez-en une de cette modalité si aucune n&apos;est proposée.</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>Ciné</translation>
    </message>
    <message>
        <source>Cine back and forth</source>
        <translation>Ciné aller-retour</translation>
    </message>
    <message>
        <source>Cine faster</source>
        <translation>Ciné plus rapide</translation>
    </message>
    <message>
        <source>Cine slower</source>
        <translation>Ciné plus lent</translation>
    </message>
    <message>
        <source>Clear recent</source>
        <translation>Effacer la liste</translation>
    </message>
    <message>
        <source>Clearslice is not for diagnostic use.</source>
        <translation>Clearslice n&apos;est pas destiné au diagnostic.</translation>
    </message>
    <message>
        <source>Clearslice made it with a neural network.</source>
        <translation>Clearslice l&apos;a produit avec un réseau de neurones.</translation>
    </message>
    <message>
        <source>Clearslice made it.</source>
        <translation>Clearslice l&apos;a produit.</translation>
    </message>
    <message>
        <source>Click each corner; double click to end it</source>
        <translation>Cliquez chaque sommet ; double-clic pour finir</translation>
    </message>
    <message>
        <source>Click or drag: all planes go there</source>
        <translation>Cliquez ou glissez : tous les plans y vont</translation>
    </message>
    <message>
        <source>Click where it belongs; double click to change it</source>
        <translation>Cliquez à l&apos;endroit voulu ; double-clic pour modifier</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Tout fermer</translation>
    </message>
    <message>
        <source>Close cine</source>
        <translation>Fermer le ciné</translation>
    </message>
    <message>
        <source>Close planes</source>
        <translation>Fermer les plans</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Fermer sans enregistrer</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Angle de Cobb</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Colour images are shown, but not enhanced: the methods work on grey values.</source>
        <translation>Les images couleur sont affichées mais pas améliorées : les méthodes traitent des niveaux de gris.</translation>
    </message>
    <message>
        <source>Colour images have no window.</source>
        <translation>Les images couleur n&apos;ont pas de fenêtrage.</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Compare with prior</source>
        <translation>Comparer avec l&apos;antérieur</translation>
    </message>
    <message>
        <source>Compare with the enhanced export</source>
        <translation>Comparer avec l&apos;export amélioré</translation>
    </message>
    <message>
        <source>Compare with the series on screen</source>
        <translation>Comparer avec la série affichée</translation>
    </message>
    <message>
        <source>Compare with this study</source>
        <translation>Comparer avec cet examen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Comparison: less</source>
        <translation>Comparaison : moins</translation>
    </message>
    <message>
        <source>Comparison: more</source>
        <translation>Comparaison : plus</translation>
    </message>
    <message>
        <source>Compressed with loss: {ratio}</source>
        <translation>Compressé avec perte : {ratio}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Contrast limit</source>
        <translation>Limite de contraste</translation>
    </message>
    <message>
        <source>Contrast stretching</source>
        <translation>Étirement du contraste</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy with tabs, for a spreadsheet (Ctrl+C in the table)</source>
        <translation>Copier avec tabulations pour un tableur (Ctrl+C dans le tableau)</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Coronal</translation>
    </message>
    <message>
        <source>Could not be opened ({})</source>
        <translation>Impossibles à ouvrir ({})</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Réticule</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + molette</translation>
    </message>
    <message>
        <source>Ctrl in a drag</source>
        <translation>Ctrl en glissant</translation>
    </message>
    <message>
        <source>DERIVED</source>
        <translation>DÉRIVÉ</translation>
    </message>
    <message>
        <source>DICOM tags of this slice, compared with what an export would write</source>
        <translation>Balises DICOM de cette coupe, comparées à ce qu&apos;un export écrirait</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR: half a unit narrower at either end</source>
        <translation>LINEAR de DICOM : une demi-unité plus étroit à chaque bout</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR_EXACT: for values with decimals</source>
        <translation>LINEAR_EXACT de DICOM : pour valeurs décimales</translation>
    </message>
    <message>
        <source>DICOM&apos;s SIGMOID: soft ends, nothing is cut off</source>
        <translation>SIGMOID de DICOM : extrémités douces, rien n&apos;est coupé</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − original</source>
        <translation>DIFFÉRENCE · amélioré − original</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − pinned</source>
        <translation>DIFFÉRENCE · amélioré − épinglé</translation>
    </message>
    <message>
        <source>DIFFERENT PATIENTS</source>
        <translation>PATIENTS DIFFÉRENTS</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Dark for reading rooms, light for bright ones. Images are on black in both.</source>
        <translation>Sombre pour les salles de lecture, clair pour les pièces lumineuses. Les images sont sur fond noir dans les deux.</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Plus sombre</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>Éléments de données</translation>
    </message>
    <message>
        <source>Data range</source>
        <translation>Plage de valeurs</translation>
    </message>
    <message>
        <source>Data range {} ({}).</source>
        <translation>Plage de valeurs {} ({}).</translation>
    </message>
    <message>
        <source>Dates, moved by the same number of days</source>
        <translation>Dates, décalées du même nombre de jours</translation>
    </message>
    <message>
        <source>Delete all measurements on this slice</source>
        <translation>Supprimer toutes les mesures de cette coupe</translation>
    </message>
    <message>
        <source>Delete measurement</source>
        <translation>Supprimer la mesure</translation>
    </message>
    <message>
        <source>Delete recipe</source>
        <translation>Supprimer la recette</translation>
    </message>
    <message>
        <source>Demo studies</source>
        <translation>Examens de démonstration</translation>
    </message>
    <message>
        <source>Denoise (AI)</source>
        <translation>Débruitage (IA)</translation>
    </message>
    <message>
        <source>Device identity</source>
        <translation>Identité de l&apos;appareil</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Differences up to about this are smoothed.</source>
        <translation>Les écarts jusqu&apos;à environ cette valeur sont lissés.</translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation>Fermer le message</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>Do step {}, {}, earlier</source>
        <translation>Faire l&apos;étape {}, {}, plus tôt</translation>
    </message>
    <message>
        <source>Do this step earlier</source>
        <translation>Faire cette étape plus tôt</translation>
    </message>
    <message>
        <source>Dose distributions are shown, but not enhanced.</source>
        <translation>Les distributions de dose sont affichées mais pas améliorées.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double-clic</translation>
    </message>
    <message>
        <source>Double-click does the same</source>
        <translation>Un double-clic fait de même</translation>
    </message>
    <message>
        <source>Doubles rows and columns and sharpens edges, by a trained network.</source>
        <translation>Double lignes et colonnes et affine les contours, par un réseau entraîné.</translation>
    </message>
    <message>
        <source>Drag a line along each end plate</source>
        <translation>Tracez une ligne le long de chaque plateau vertébral</translation>
    </message>
    <message>
        <source>Drag a measurement</source>
        <translation>Glisser une mesure</translation>
    </message>
    <message>
        <source>Drag a series from the list to here</source>
        <translation>Glissez une série de la liste ici</translation>
    </message>
    <message>
        <source>Drag from corner to corner, or click both</source>
        <translation>Glissez d&apos;un coin à l&apos;autre, ou cliquez les deux</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>Glissez d&apos;un bout à l&apos;autre, ou cliquez les deux</translation>
    </message>
    <message>
        <source>Drag from what is meant to the words</source>
        <translation>Glissez de l&apos;objet visé vers les mots</translation>
    </message>
    <message>
        <source>Drag one leg to the vertex, then click the other&apos;s end</source>
        <translation>Glissez un côté jusqu&apos;au sommet, puis cliquez le bout de l&apos;autre</translation>
    </message>
    <message>
        <source>Drag the line</source>
        <translation>Glissez la ligne</translation>
    </message>
    <message>
        <source>Drag the orange line</source>
        <translation>Glisser la ligne orange</translation>
    </message>
    <message>
        <source>Drag up is brighter</source>
        <translation>Glisser vers le haut éclaircit</translation>
    </message>
    <message>
        <source>Dragging up</source>
        <translation>Glisser vers le haut</translation>
    </message>
    <message>
        <source>Draw a distance (D) to see the values along it, before and after.</source>
        <translation>Tracez une distance (D) pour voir les valeurs le long, avant et après.</translation>
    </message>
    <message>
        <source>Draw a region first: an ellipse (E) or a rectangle (Shift+E).</source>
        <translation>Tracez d&apos;abord une région : ellipse (E) ou rectangle (Maj+E).</translation>
    </message>
    <message>
        <source>Draw once</source>
        <translation>Tracer une fois</translation>
    </message>
    <message>
        <source>Draw once, then window/level again</source>
        <translation>Tracer une fois, puis revenir au fenêtrage</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive here</source>
        <translation>Déposez ici des fichiers, dossiers ou une archive ZIP</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive on the window to open a study.</source>
        <translation>Déposez des fichiers, dossiers ou une archive ZIP sur la fenêtre pour ouvrir un examen.</translation>
    </message>
    <message>
        <source>ENHANCED</source>
        <translation>AMÉLIORÉ</translation>
    </message>
    <message>
        <source>ENHANCING …</source>
        <translation>AMÉLIORATION …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>Edit this step</source>
        <translation>Modifier cette étape</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>Améliorer</translation>
    </message>
    <message>
        <source>Enhance every slice now, so that scrolling shows results at once</source>
        <translation>Améliorer dès maintenant chaque coupe, pour que le défilement montre aussitôt les résultats</translation>
    </message>
    <message>
        <source>Enhance is off, so the film shows the original alone.</source>
        <translation>Améliorer est désactivé : le film ne montre que l&apos;original.</translation>
    </message>
    <message>
        <source>Enhance many series</source>
        <translation>Améliorer plusieurs séries</translation>
    </message>
    <message>
        <source>Enhance many series…</source>
        <translation>Améliorer plusieurs séries…</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>Amélioré</translation>
    </message>
    <message>
        <source>Enhancement</source>
        <translation>Amélioration</translation>
    </message>
    <message>
        <source>Enhancement is off. Switch it on to measure what it changes.</source>
        <translation>L&apos;amélioration est désactivée. Activez-la pour mesurer ce qu&apos;elle change.</translation>
    </message>
    <message>
        <source>Enhancing</source>
        <translation>Amélioration en cours</translation>
    </message>
    <message>
        <source>Enhancing the series</source>
        <translation>Amélioration de la série</translation>
    </message>
    <message>
        <source>Enhancing the volume</source>
        <translation>Amélioration du volume</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export 16-bit picture…</source>
        <translation>Exporter l&apos;image 16 bits…</translation>
    </message>
    <message>
        <source>Export anonymised</source>
        <translation>Exporter anonymisé</translation>
    </message>
    <message>
        <source>Export anonymised to folder</source>
        <translation>Exporter anonymisé vers un dossier</translation>
    </message>
    <message>
        <source>Export anonymised…</source>
        <translation>Exporter anonymisé…</translation>
    </message>
    <message>
        <source>Export as pictures…</source>
        <translation>Exporter en images…</translation>
    </message>
    <message>
        <source>Export enhanced series to folder</source>
        <translation>Exporter la série améliorée vers un dossier</translation>
    </message>
    <message>
        <source>Export enhanced series…</source>
        <translation>Exporter la série améliorée…</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Exporter le film</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>Exporter le film…</translation>
    </message>
    <message>
        <source>Export key images</source>
        <translation>Exporter les images clés</translation>
    </message>
    <message>
        <source>Export key images…</source>
        <translation>Exporter les images clés…</translation>
    </message>
    <message>
        <source>Export page</source>
        <translation>Exporter la page</translation>
    </message>
    <message>
        <source>Export page as PDF…</source>
        <translation>Exporter la page en PDF…</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Exporter l&apos;image</translation>
    </message>
    <message>
        <source>Export picture with patient…</source>
        <translation>Exporter l&apos;image avec patient…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>Exporter l&apos;image…</translation>
    </message>
    <message>
        <source>Export recipe</source>
        <translation>Exporter la recette</translation>
    </message>
    <message>
        <source>Export recipe…</source>
        <translation>Exporter la recette…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>Exporter la série…</translation>
    </message>
    <message>
        <source>Exporting anonymised</source>
        <translation>Export anonymisé en cours</translation>
    </message>
    <message>
        <source>Exporting key images</source>
        <translation>Export des images clés</translation>
    </message>
    <message>
        <source>Exporting the enhanced series</source>
        <translation>Export de la série améliorée</translation>
    </message>
    <message>
        <source>Exporting the film</source>
        <translation>Export du film</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>File {}</source>
        <translation>Fichier {}</translation>
    </message>
    <message>
        <source>Files that could not be opened</source>
        <translation>Fichiers impossibles à ouvrir</translation>
    </message>
    <message>
        <source>Films are written as .mp4 or .gif; choose a name that ends so.</source>
        <translation>Les films s&apos;écrivent en .mp4 ou .gif ; choisissez un nom finissant ainsi.</translation>
    </message>
    <message>
        <source>Filter by modality</source>
        <translation>Filtrer par modalité</translation>
    </message>
    <message>
        <source>Filter by words or number</source>
        <translation>Filtrer par mots ou numéro</translation>
    </message>
    <message>
        <source>Filter series</source>
        <translation>Filtrer les séries</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>Chercher une série</translation>
    </message>
    <message>
        <source>Finished: {done} of {count} series are in {folder}.</source>
        <translation>Terminé : {done} séries sur {count} sont dans {folder}.</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Première coupe</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Flattens areas between edges; too much looks painted.</source>
        <translation>Aplatit les zones entre contours ; trop fort, l&apos;image semble peinte.</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Alternance</translation>
    </message>
    <message>
        <source>Found {}</source>
        <translation>{} trouvé</translation>
    </message>
    <message>
        <source>Four cells</source>
        <translation>Quatre cellules</translation>
    </message>
    <message>
        <source>Four times as fast</source>
        <translation>Quatre fois plus vite</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Région à main levée</translation>
    </message>
    <message>
        <source>From a region</source>
        <translation>D&apos;après une région</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>D&apos;après le fichier</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Plage complète</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>GPU add-on</source>
        <translation>Module GPU</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gaussien</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Gives every grey level the same share of the picture.</source>
        <translation>Donne à chaque niveau de gris la même part de l&apos;image.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Go round it with the button down</source>
        <translation>Entourez bouton enfoncé</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Carte graphique</translation>
    </message>
    <message>
        <source>HU start at an arbitrary zero: read SNR only as before against after.</source>
        <translation>Le zéro des UH est arbitraire : ne lisez le SNR qu&apos;en avant/après.</translation>
    </message>
    <message>
        <source>Harder</source>
        <translation>Plus contrasté</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Histogram equalization</source>
        <translation>Égalisation d&apos;histogramme</translation>
    </message>
    <message>
        <source>Histogram of the slice with the window</source>
        <translation>Histogramme de la coupe avec le fenêtrage</translation>
    </message>
    <message>
        <source>Hold Space</source>
        <translation>Maintenir Espace</translation>
    </message>
    <message>
        <source>Hold Space for a glance</source>
        <translation>Maintenez Espace pour un coup d&apos;œil</translation>
    </message>
    <message>
        <source>How much noise is added</source>
        <translation>Quantité de bruit ajoutée</translation>
    </message>
    <message>
        <source>How much noise the network is told there is, relative to what was measured.</source>
        <translation>Le bruit annoncé au réseau, par rapport au bruit mesuré.</translation>
    </message>
    <message>
        <source>How much of the difference is added.</source>
        <translation>Part de la différence ajoutée.</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; moving it computes nothing anew.</source>
        <translation>Part du résultat de la méthode mêlée à la coupe ; la déplacer ne recalcule rien.</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; the steps after this one run again.</source>
        <translation>Part du résultat de la méthode mêlée à la coupe ; les étapes suivantes sont recalculées.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Import recipe</source>
        <translation>Importer une recette</translation>
    </message>
    <message>
        <source>Import recipe…</source>
        <translation>Importer une recette…</translation>
    </message>
    <message>
        <source>In CT {}, {:g} / {:g}</source>
        <translation>En scanner {}, {:g} / {:g}</translation>
    </message>
    <message>
        <source>Institution identity</source>
        <translation>Identité de l&apos;établissement</translation>
    </message>
    <message>
        <source>Interface scale</source>
        <translation>Échelle de l&apos;interface</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Inverser</translation>
    </message>
    <message>
        <source>It is not a medical device, and nobody has approved it as one. Enhancing can hide findings or make up structures that are not there, however good the image looks. Look at the original beside it, and do not base a diagnosis or a treatment on an enhanced image.

Your originals are never changed, and nothing leaves this computer unless you export it.</source>
        <translation>Ce n&apos;est pas un dispositif médical, et personne ne l&apos;a approuvé comme tel. L&apos;amélioration peut masquer des anomalies ou créer des structures inexistantes, si belle que soit l&apos;image. Regardez l&apos;original à côté, et ne fondez ni diagnostic ni traitement sur une image améliorée.

Vos originaux ne sont jamais modifiés, et rien ne quitte cet ordinateur sauf si vous l&apos;exportez.</translation>
    </message>
    <message>
        <source>It takes the place of the recipe that has this name.</source>
        <translation>Elle remplace la recette du même nom.</translation>
    </message>
    <message>
        <source>It took {:.2f} s.</source>
        <translation>Cela a pris {:.2f} s.</translation>
    </message>
    <message>
        <source>KEY {}</source>
        <translation>IMAGE CLÉ {}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Laisser ouvert</translation>
    </message>
    <message>
        <source>Keeps the series that are finished</source>
        <translation>Garde les séries terminées</translation>
    </message>
    <message>
        <source>Keeps units: values mean the same as before.</source>
        <translation>Préserve les unités : les valeurs ont le même sens qu&apos;avant.</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Image clé</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Images clés</translation>
    </message>
    <message>
        <source>Key images exported as pictures: {}.</source>
        <translation>Images clés exportées en images : {}.</translation>
    </message>
    <message>
        <source>Key images…</source>
        <translation>Images clés…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Touches et souris</translation>
    </message>
    <message>
        <source>Keys, layouts and recent studies stay as they are</source>
        <translation>Touches, dispositions et examens récents restent inchangés</translation>
    </message>
    <message>
        <source>LOSSY</source>
        <translation>AVEC PERTE</translation>
    </message>
    <message>
        <source>LOSSY {}</source>
        <translation>AVEC PERTE {}</translation>
    </message>
    <message>
        <source>Labels and “not for diagnostic use” are part of every picture.</source>
        <translation>Les libellés et « pas d&apos;usage diagnostique » figurent sur chaque image.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Largest local gain in contrast; 1 changes nothing.</source>
        <translation>Gain local maximal en contraste ; 1 ne change rien.</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Dernière coupe</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Glisser à gauche</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliothèques</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>Linear, exact</source>
        <translation>Linéaire, exact</translation>
    </message>
    <message>
        <source>Linked:</source>
        <translation>Liés :</translation>
    </message>
    <message>
        <source>Linked: {}</source>
        <translation>Liés : {}</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Foie</translation>
    </message>
    <message>
        <source>Log, without patient data</source>
        <translation>Journal, sans données de patient</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Recherche d&apos;images…</translation>
    </message>
    <message>
        <source>Looking for the images…</source>
        <translation>Recherche des images…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Poumon</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MIRRORED</source>
        <translation>MIROIR</translation>
    </message>
    <message>
        <source>MIRRORED, TURNED {}°</source>
        <translation>MIROIR, TOURNÉ DE {}°</translation>
    </message>
    <message>
        <source>MP4 (H.264), for video players and slides</source>
        <translation>MP4 (H.264), pour lecteurs vidéo et diapositives</translation>
    </message>
    <message>
        <source>MP4 film (*.mp4)</source>
        <translation>Film MP4 (*.mp4)</translation>
    </message>
    <message>
        <source>MP4 needs the package PyAV, which is not installed: pip install av; or choose a .gif.</source>
        <translation>MP4 requiert le paquet PyAV, qui n&apos;est pas installé : pip install av ; ou choisissez un .gif.</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Loupe grossissante</translation>
    </message>
    <message>
        <source>Makes CT, MR and X-ray images clearer, and proves it.</source>
        <translation>Rend plus nettes les images TDM, IRM et radio, et le prouve.</translation>
    </message>
    <message>
        <source>Maps of floating-point values are shown, but not enhanced.</source>
        <translation>Les cartes de valeurs flottantes sont affichées mais pas améliorées.</translation>
    </message>
    <message>
        <source>Marks this slice with a star</source>
        <translation>Marque cette coupe d&apos;une étoile</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Maximise cell</source>
        <translation>Agrandir la cellule</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Mesurer</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Measurements on planes of a volume: {}. The planes (Ctrl+5) show them.</source>
        <translation>Mesures sur les plans d&apos;un volume : {}. Les plans (Ctrl+5) les montrent.</translation>
    </message>
    <message>
        <source>Measuring tools</source>
        <translation>Outils de mesure</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Mesure en cours…</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médian</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Médiastin</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Method of step {}</source>
        <translation>Méthode de l&apos;étape {}</translation>
    </message>
    <message>
        <source>Method, strength and settings of all steps are kept.</source>
        <translation>La méthode, la force et les réglages de toutes les étapes sont conservés.</translation>
    </message>
    <message>
        <source>Method: {names}</source>
        <translation>Méthode : {names}</translation>
    </message>
    <message>
        <source>Methods done</source>
        <translation>Méthodes terminées</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Glisser au milieu</translation>
    </message>
    <message>
        <source>Middle slice</source>
        <translation>Coupe médiane</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Miroir gauche-droite</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Miroir haut-bas</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Model card: {}</source>
        <translation>Fiche du modèle : {}</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Souris</translation>
    </message>
    <message>
        <source>Move it, by a handle reshape it; by its inside the image is windowed</source>
        <translation>La déplacer, la remodeler par une poignée ; à l&apos;intérieur, on fenêtre l&apos;image</translation>
    </message>
    <message>
        <source>Move the split</source>
        <translation>Déplacer la séparation</translation>
    </message>
    <message>
        <source>Moves the window to the other monitor, full screen if it was</source>
        <translation>Déplace la fenêtre sur l&apos;autre écran, en plein écran si elle l&apos;était</translation>
    </message>
    <message>
        <source>NOT FOR DIAGNOSTIC USE</source>
        <translation>PAS D&apos;USAGE DIAGNOSTIQUE</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the network; &quot;auto&quot; takes the one for the modality.</source>
        <translation>Nom du réseau ; « auto » prend celui de la modalité.</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Nom de la recette</translation>
    </message>
    <message>
        <source>Name, for example “Low-dose chest”</source>
        <translation>Nom, par exemple « Thorax basse dose »</translation>
    </message>
    <message>
        <source>Needs the Python package “av”, which is not installed</source>
        <translation>Requiert le paquet Python « av », qui n&apos;est pas installé</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>Les réseaux tournent sur</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle touche</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Cellule suivante</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Image clé suivante</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Série suivante</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Coupe suivante</translation>
    </message>
    <message>
        <source>No DICOM images were found there; drop DICOM files, their folder, or a ZIP archive of them.</source>
        <translation>Aucune image DICOM trouvée ; déposez des fichiers DICOM, leur dossier ou une archive ZIP.</translation>
    </message>
    <message>
        <source>No grey-scale slice is shown.</source>
        <translation>Aucune coupe en niveaux de gris affichée.</translation>
    </message>
    <message>
        <source>No images were found.</source>
        <translation>Aucune image trouvée.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Aucune touche</translation>
    </message>
    <message>
        <source>No model is installed: put one under assets/models, or choose another method.</source>
        <translation>Aucun modèle installé : placez-en un dans assets/models, ou choisissez une autre méthode.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>No other series of this modality</source>
        <translation>Aucune autre série de cette modalité</translation>
    </message>
    <message>
        <source>No other study of this patient is open; open it too, then compare.</source>
        <translation>Aucun autre examen de ce patient n&apos;est ouvert ; ouvrez-le aussi, puis comparez.</translation>
    </message>
    <message>
        <source>No pixel&apos;s centre lies in this region.</source>
        <translation>Aucun centre de pixel dans cette région.</translation>
    </message>
    <message>
        <source>No series fits the filter.</source>
        <translation>Aucune série ne correspond au filtre.</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Aucun texte</translation>
    </message>
    <message>
        <source>Noise SD ({})</source>
        <translation>ET du bruit ({})</translation>
    </message>
    <message>
        <source>Noise factor</source>
        <translation>Facteur de bruit</translation>
    </message>
    <message>
        <source>Noise is added to this slice, every method treats it at full strength and with its default parameters, and the original slice is the judge.</source>
        <translation>Du bruit est ajouté à cette coupe, chaque méthode la traite à pleine force avec ses réglages par défaut, et la coupe originale sert de juge.</translation>
    </message>
    <message>
        <source>Noise of this slice</source>
        <translation>Bruit de cette coupe</translation>
    </message>
    <message>
        <source>Noise that is assumed.</source>
        <translation>Bruit supposé.</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>Moyennes non locales</translation>
    </message>
    <message>
        <source>None kept yet</source>
        <translation>Aucune enregistrée</translation>
    </message>
    <message>
        <source>None of the key images can be written as a picture; colour images cannot.</source>
        <translation>Aucune des images clés ne peut être écrite en image ; les images couleur ne le peuvent pas.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucun pour l&apos;instant</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Not remembered</source>
        <translation>Non mémorisé</translation>
    </message>
    <message>
        <source>Nothing is measured on what is open.</source>
        <translation>Rien n&apos;est mesuré sur ce qui est ouvert.</translation>
    </message>
    <message>
        <source>Nothing is measured yet: D draws a distance, A an angle, E an ellipse, Shift+E a rectangle.</source>
        <translation>Rien n&apos;est encore mesuré : D trace une distance, A un angle, E une ellipse, Maj+E un rectangle.</translation>
    </message>
    <message>
        <source>Nothing was done to the images, so there is nothing to export; choose a method first.</source>
        <translation>Rien n&apos;a été fait aux images : il n&apos;y a rien à exporter ; choisissez d&apos;abord une méthode.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>ORIGINAL</source>
        <translation>ORIGINAL</translation>
    </message>
    <message>
        <source>Of menus, panels and messages, from the next start on. What the files say stays as it is.</source>
        <translation>Des menus, panneaux et messages, dès le prochain démarrage. Ce que disent les fichiers reste tel quel.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Une</translation>
    </message>
    <message>
        <source>One after another; goes on after a crash</source>
        <translation>L&apos;une après l&apos;autre ; reprend après un plantage</translation>
    </message>
    <message>
        <source>One after the other, in the same place</source>
        <translation>L&apos;une après l&apos;autre, au même endroit</translation>
    </message>
    <message>
        <source>One cell</source>
        <translation>Une cellule</translation>
    </message>
    <message>
        <source>One cell alone, or images without panels</source>
        <translation>Une cellule seule, ou images sans panneaux</translation>
    </message>
    <message>
        <source>One task is still running; wait for it, or cancel it first.</source>
        <translation>Une tâche est encore en cours ; attendez-la ou annulez-la d&apos;abord.</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>Une vue</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; a path may hold a patient&apos;s name.</source>
        <translation>Seuls les chemins sont gardés, sur cet ordinateur ; un chemin peut contenir un nom de patient.</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; turning it off forgets them.</source>
        <translation>Seuls les chemins sont gardés, sur cet ordinateur ; désactiver les oublie.</translation>
    </message>
    <message>
        <source>Only some frames of a multi-frame image were given, and this kind can be exported only whole.</source>
        <translation>Seules quelques trames d&apos;une image multi-trame ont été données, et ce type ne s&apos;exporte qu&apos;en entier.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open DICOM files or ZIP archives</source>
        <translation>Ouvrir des fichiers DICOM ou archives ZIP</translation>
    </message>
    <message>
        <source>Open a CT, MR or X-ray slice to simulate a lower dose.</source>
        <translation>Ouvrez une coupe TDM, IRM ou radio pour simuler une dose plus faible.</translation>
    </message>
    <message>
        <source>Open a folder of DICOM files</source>
        <translation>Ouvrir un dossier de fichiers DICOM</translation>
    </message>
    <message>
        <source>Open a grey-scale slice to measure it.</source>
        <translation>Ouvrez une coupe en niveaux de gris pour la mesurer.</translation>
    </message>
    <message>
        <source>Open a study first.</source>
        <translation>Ouvrez d&apos;abord un examen.</translation>
    </message>
    <message>
        <source>Open a study to enhance it.</source>
        <translation>Ouvrez un examen pour l&apos;améliorer.</translation>
    </message>
    <message>
        <source>Open a study to set its window.</source>
        <translation>Ouvrez un examen pour régler son fenêtrage.</translation>
    </message>
    <message>
        <source>Open demo studies</source>
        <translation>Ouvrir les examens de démonstration</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Ouvrir des fichiers…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Ouvrir un récent</translation>
    </message>
    <message>
        <source>Open studies with images that can be enhanced.</source>
        <translation>Ouvrez des examens dont les images peuvent être améliorées.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Original (change, not quality)</source>
        <translation>Original (changement, pas qualité)</translation>
    </message>
    <message>
        <source>Original and enhanced on a page, without patient</source>
        <translation>Original et amélioré sur une page, sans patient</translation>
    </message>
    <message>
        <source>Original beside enhanced</source>
        <translation>Original à côté de l&apos;amélioré</translation>
    </message>
    <message>
        <source>Original beside enhanced, every pixel</source>
        <translation>Original à côté de l&apos;amélioré, chaque pixel</translation>
    </message>
    <message>
        <source>Original everywhere while held</source>
        <translation>L&apos;original partout tant qu&apos;on maintient</translation>
    </message>
    <message>
        <source>Originals are never changed</source>
        <translation>Les originaux ne sont jamais modifiés</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Document PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PINNED · {}</source>
        <translation>ÉPINGLÉ · {}</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Image PNG (*.png)</translation>
    </message>
    <message>
        <source>PNG pictures, original beside enhanced, without patient</source>
        <translation>Images PNG, original à côté de l&apos;amélioré, sans patient</translation>
    </message>
    <message>
        <source>PRIOR {}</source>
        <translation>ANTÉRIEUR {}</translation>
    </message>
    <message>
        <source>PROCESSED</source>
        <translation>TRAITÉ</translation>
    </message>
    <message>
        <source>PSNR (dB)</source>
        <translation>PSNR (dB)</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Patches that differ by about this are averaged.</source>
        <translation>Les motifs qui diffèrent d&apos;environ autant sont moyennés.</translation>
    </message>
    <message>
        <source>Patient characteristics: sex, age, size, weight</source>
        <translation>Caractéristiques du patient : sexe, âge, taille, poids</translation>
    </message>
    <message>
        <source>Patient hidden</source>
        <translation>Patient masqué</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (C)</source>
        <translation>Pause (C)</translation>
    </message>
    <message>
        <source>Paused; {} skipped</source>
        <translation>En pause ; {} sautées</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures are written as .png or .tiff; choose a name that ends so.</source>
        <translation>Les images s&apos;écrivent en .png ou .tiff ; choisissez un nom finissant ainsi.</translation>
    </message>
    <message>
        <source>Pictures of different size cannot be put side by side.</source>
        <translation>Des images de tailles différentes ne peuvent être mises côte à côte.</translation>
    </message>
    <message>
        <source>Pin this result</source>
        <translation>Épingler ce résultat</translation>
    </message>
    <message>
        <source>Pin this result to compare with</source>
        <translation>Épingler ce résultat pour comparer</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Pixels are not searched: look for names and faces in the images before you give them away.</source>
        <translation>Les pixels ne sont pas examinés : cherchez noms et visages dans les images avant de les transmettre.</translation>
    </message>
    <message>
        <source>Pixels {rows} × {columns} mm</source>
        <translation>Pixels {rows} × {columns} mm</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Planes are cut from a volume and lie in no file; close them to see one.</source>
        <translation>Les plans sont coupés d&apos;un volume et ne sont dans aucun fichier ; fermez-les pour en voir un.</translation>
    </message>
    <message>
        <source>Planes are cut through grey-scale slices only; this series has none.</source>
        <translation>Les plans ne se coupent que dans des coupes en niveaux de gris ; cette série n&apos;en a pas.</translation>
    </message>
    <message>
        <source>Planes: axial, coronal, sagittal</source>
        <translation>Plans : axial, coronal, sagittal</translation>
    </message>
    <message>
        <source>Play (C)</source>
        <translation>Lecture (C)</translation>
    </message>
    <message>
        <source>Plays the slices at the file&apos;s rate, or 15 a second</source>
        <translation>Lit les coupes à la cadence du fichier, sinon 15 par seconde</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>Polyligne</translation>
    </message>
    <message>
        <source>Portable</source>
        <translation>Portable</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Préférences…</translation>
    </message>
    <message>
        <source>Press K on a slice to mark it. Marks last while the study is open; saved as DICOM they come back when the file is opened with the study.</source>
        <translation>Pressez K sur une coupe pour la marquer. Les marques durent tant que l&apos;examen est ouvert ; enregistrées en DICOM, elles reviennent quand le fichier est ouvert avec l&apos;examen.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Pressez une touche</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>Cellule précédente</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>Image clé précédente</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Série précédente</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Coupe précédente</translation>
    </message>
    <message>
        <source>Print with patient…</source>
        <translation>Imprimer avec patient…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Profile along a line</source>
        <translation>Profil le long d&apos;une ligne</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Progression du lot</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>REFORMATTED · {view} · {count} LAYERS</source>
        <translation>REFORMATÉ · {view} · {count} COUCHES</translation>
    </message>
    <message>
        <source>REFORMATTED · {}</source>
        <translation>REFORMATÉ · {}</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Classement</translation>
    </message>
    <message>
        <source>Reading the volume</source>
        <translation>Lecture du volume</translation>
    </message>
    <message>
        <source>Reading {}: {} of {} files</source>
        <translation>Lecture de {} : {} fichiers sur {}</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>Lecture de {}…</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>Reading: {} of {} files</source>
        <translation>Lecture : {} fichiers sur {}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recettes</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>Recettes (*.toml)</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reduce artifacts (AI)</source>
        <translation>Réduction d&apos;artéfacts (IA)</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Lignes de référence</translation>
    </message>
    <message>
        <source>Reference: the chosen series; higher PSNR and SSIM mean closer to it.</source>
        <translation>Référence : la série choisie ; des PSNR et SSIM plus élevés indiquent plus de proximité.</translation>
    </message>
    <message>
        <source>Reference: the original slice, so the numbers say how much changed, not how good it is.</source>
        <translation>Référence : la coupe originale ; les chiffres disent donc combien a changé, pas la qualité.</translation>
    </message>
    <message>
        <source>Reference: the original slice. Data range {} ({}). Noise added: SD {:g} {}.</source>
        <translation>Référence : la coupe originale. Plage de valeurs {} ({}). Bruit ajouté : ET {:g} {}.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>Regions along the shorter side; more act more locally.</source>
        <translation>Régions le long du petit côté ; plus il y en a, plus l&apos;effet est local.</translation>
    </message>
    <message>
        <source>Regions on this slice</source>
        <translation>Régions sur cette coupe</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Remember recent studies</source>
        <translation>Mémoriser les examens récents</translation>
    </message>
    <message>
        <source>Remove MR noise floor</source>
        <translation>Retirer le plancher de bruit IRM</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Tout supprimer</translation>
    </message>
    <message>
        <source>Remove step {}, {}</source>
        <translation>Supprimer l&apos;étape {}, {}</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Supprimer cette étape</translation>
    </message>
    <message>
        <source>Removes noise and keeps edges, by a trained network.</source>
        <translation>Supprime le bruit et préserve les contours, par un réseau entraîné.</translation>
    </message>
    <message>
        <source>Removes specks and keeps edges.</source>
        <translation>Supprime les points isolés et préserve les contours.</translation>
    </message>
    <message>
        <source>Removes what was written of series that are not whole</source>
        <translation>Supprime ce qui a été écrit de séries incomplètes</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Tout réinitialiser</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Rétablir les valeurs par défaut</translation>
    </message>
    <message>
        <source>Reset {}</source>
        <translation>Réinitialiser {}</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Glisser à droite</translation>
    </message>
    <message>
        <source>Run all methods</source>
        <translation>Lancer toutes les méthodes</translation>
    </message>
    <message>
        <source>Run from source: every library keeps its licence where pip has installed it.</source>
        <translation>Lancé depuis les sources : chaque bibliothèque garde sa licence là où pip l&apos;a installée.</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>ET</translation>
    </message>
    <message>
        <source>SD {} (original; not enhanced)</source>
        <translation>ET {} (original ; non amélioré)</translation>
    </message>
    <message>
        <source>SD {} → {}; the method changes units, so the two do not compare.</source>
        <translation>ET {} → {} ; la méthode change les unités, les deux ne se comparent pas.</translation>
    </message>
    <message>
        <source>SNR</source>
        <translation>SNR</translation>
    </message>
    <message>
        <source>Safe private elements, such as diffusion weighting</source>
        <translation>Éléments privés sûrs, comme la pondération de diffusion</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as DICOM…</source>
        <translation>Enregistrer en DICOM…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save key images to folder</source>
        <translation>Enregistrer les images clés dans un dossier</translation>
    </message>
    <message>
        <source>Save key images…</source>
        <translation>Enregistrer les images clés…</translation>
    </message>
    <message>
        <source>Save measurements as table</source>
        <translation>Enregistrer les mesures en tableau</translation>
    </message>
    <message>
        <source>Save measurements as table…</source>
        <translation>Enregistrer les mesures en tableau…</translation>
    </message>
    <message>
        <source>Save measurements to folder</source>
        <translation>Enregistrer les mesures dans un dossier</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>Enregistrer les mesures…</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Enregistrer la recette</translation>
    </message>
    <message>
        <source>Save recipe as…</source>
        <translation>Enregistrer la recette sous…</translation>
    </message>
    <message>
        <source>Save the enhanced slices as a new DICOM series; the original stays untouched</source>
        <translation>Enregistrer les coupes améliorées en nouvelle série DICOM ; l&apos;original reste intact</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Saving key images</source>
        <translation>Enregistrement des images clés</translation>
    </message>
    <message>
        <source>Saving measurements</source>
        <translation>Enregistrement des mesures</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Scores over different ranges of values cannot be averaged.</source>
        <translation>Des scores sur des plages différentes ne peuvent être moyennés.</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Défiler</translation>
    </message>
    <message>
        <source>Scroll the slices of the view under the pointer</source>
        <translation>Faire défiler les coupes de la vue sous le pointeur</translation>
    </message>
    <message>
        <source>Search action or key</source>
        <translation>Chercher une action ou une touche</translation>
    </message>
    <message>
        <source>Search data elements</source>
        <translation>Chercher des éléments de données</translation>
    </message>
    <message>
        <source>Search number, name or value</source>
        <translation>Chercher numéro, nom ou valeur</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>Seconde vue</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondes</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Séries</translation>
    </message>
    <message>
        <source>Series of the batch</source>
        <translation>Séries du lot</translation>
    </message>
    <message>
        <source>Series to compare with</source>
        <translation>Série de comparaison</translation>
    </message>
    <message>
        <source>Series without description</source>
        <translation>Série sans description</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Définir</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Several images lie at each place, so they make no single volume that planes could be cut from.</source>
        <translation>Plusieurs images occupent chaque place : elles ne forment pas un volume unique où couper des plans.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Shape of the window</source>
        <translation>Forme du fenêtrage</translation>
    </message>
    <message>
        <source>Share of a blend, split line, pace of flicker, size of the lens</source>
        <translation>Part du fondu, ligne de séparation, rythme de l&apos;alternance, taille de la loupe</translation>
    </message>
    <message>
        <source>Share of pixels that stay below white.</source>
        <translation>Part des pixels qui restent sous le blanc.</translation>
    </message>
    <message>
        <source>Share of pixels that turn black.</source>
        <translation>Part des pixels qui deviennent noirs.</translation>
    </message>
    <message>
        <source>Sharpen ×2 (AI)</source>
        <translation>Netteté ×2 (IA)</translation>
    </message>
    <message>
        <source>Sharpens edges, and noise with them.</source>
        <translation>Accentue les contours, et le bruit avec eux.</translation>
    </message>
    <message>
        <source>Shift + left drag</source>
        <translation>Maj + glisser à gauche</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show or hide panels</source>
        <translation>Afficher ou masquer les panneaux</translation>
    </message>
    <message>
        <source>Shown in the second view</source>
        <translation>Affiché dans la seconde vue</translation>
    </message>
    <message>
        <source>Shrinks fine structure that is no stronger than noise.</source>
        <translation>Réduit les détails fins qui ne dépassent pas le bruit.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoïde</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Simulated low dose</source>
        <translation>Basse dose simulée</translation>
    </message>
    <message>
        <source>Single layer</source>
        <translation>Couche unique</translation>
    </message>
    <message>
        <source>Size of text and buttons, from the next start on. Images keep their own zoom.</source>
        <translation>Taille du texte et des boutons, dès le prochain démarrage. Les images gardent leur zoom.</translation>
    </message>
    <message>
        <source>Size of the details that are raised.</source>
        <translation>Taille des détails renforcés.</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>Bloc</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Coupe</translation>
    </message>
    <message>
        <source>Slice positions are missing; the images are in order of their numbers.</source>
        <translation>Les positions des coupes manquent ; les images sont classées par numéro.</translation>
    </message>
    <message>
        <source>Slice {number} of {count}</source>
        <translation>Coupe {number} sur {count}</translation>
    </message>
    <message>
        <source>Slice {}</source>
        <translation>Coupe {}</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by number, as positions are not known.</source>
        <translation>Coupe {} sur {} de la série choisie, associée par numéro car les positions sont inconnues.</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by position, {:.1f} mm apart.</source>
        <translation>Coupe {} sur {} de la série choisie, associée par position, à {:.1f} mm.</translation>
    </message>
    <message>
        <source>Slice {}/{}</source>
        <translation>Coupe {}/{}</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Coupes</translation>
    </message>
    <message>
        <source>Slices a second wanted</source>
        <translation>Coupes par seconde voulues</translation>
    </message>
    <message>
        <source>Slices are missing or their distance varies, so they make no volume that planes could be cut from.</source>
        <translation>Des coupes manquent ou leur espacement varie : pas de volume où couper des plans.</translation>
    </message>
    <message>
        <source>Smooths among pixels of like value; fast.</source>
        <translation>Lisse entre pixels de valeurs proches ; rapide.</translation>
    </message>
    <message>
        <source>Smooths noise and fine detail alike.</source>
        <translation>Lisse le bruit comme les détails fins.</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Plus doux</translation>
    </message>
    <message>
        <source>Something went wrong inside Clearslice; the log says what.</source>
        <translation>Une erreur interne s&apos;est produite dans Clearslice ; le journal dit laquelle.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>Split line</source>
        <translation>Ligne de séparation</translation>
    </message>
    <message>
        <source>Split: left half original, right half enhanced</source>
        <translation>Séparé : moitié gauche originale, moitié droite améliorée</translation>
    </message>
    <message>
        <source>Spreads the grey values in use over the whole range.</source>
        <translation>Étale les gris utilisés sur toute la plage.</translation>
    </message>
    <message>
        <source>Standard deviation of the kernel.</source>
        <translation>Écart type du noyau.</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, estimated from quiet parts of the slice</source>
        <translation>Écart type du bruit, estimé dans les zones calmes de la coupe</translation>
    </message>
    <message>
        <source>Start Clearslice again for this to count everywhere.</source>
        <translation>Redémarrez Clearslice pour que cela s&apos;applique partout.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Steps, one after the other</source>
        <translation>Étapes, l&apos;une après l&apos;autre</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Stop reading (Esc); what was found stays</source>
        <translation>Arrêter la lecture (Échap) ; ce qui est trouvé reste</translation>
    </message>
    <message>
        <source>Stopped; the methods above were done.</source>
        <translation>Arrêté ; les méthodes ci-dessus sont faites.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Force</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Such text cannot be taken out: look at the images first</source>
        <translation>Un tel texte ne peut être retiré : regardez d&apos;abord les images</translation>
    </message>
    <message>
        <source>Swaps black and white</source>
        <translation>Échange noir et blanc</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Aller-retour</translation>
    </message>
    <message>
        <source>TIFF picture (*.tiff *.tif)</source>
        <translation>Image TIFF (*.tiff *.tif)</translation>
    </message>
    <message>
        <source>TURNED {}°</source>
        <translation>TOURNÉ DE {}°</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tableau (*.csv)</translation>
    </message>
    <message>
        <source>Take mark away</source>
        <translation>Retirer la marque</translation>
    </message>
    <message>
        <source>Takes the Rician bias off dark areas; acts on MR only.</source>
        <translation>Retire le biais de Rice des zones sombres ; n&apos;agit qu&apos;en IRM.</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Dix coupes en arrière</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Dix coupes en avant</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Text at the arrow or mark</source>
        <translation>Texte à la flèche ou à la marque</translation>
    </message>
    <message>
        <source>Text cannot be drawn, because Pillow was built without FreeType; install it from PyPI.</source>
        <translation>Le texte ne peut être tracé, Pillow étant compilé sans FreeType ; installez-le depuis PyPI.</translation>
    </message>
    <message>
        <source>Text or drawings are stored in unused bits of these pixels and cannot be taken out; export the enhanced series instead, which does not carry them.</source>
        <translation>Du texte ou des dessins sont stockés dans des bits inutilisés de ces pixels et ne peuvent être retirés ; exportez plutôt la série améliorée, qui ne les contient pas.</translation>
    </message>
    <message>
        <source>Text: all, without patient, none</source>
        <translation>Texte : tout, sans patient, aucun</translation>
    </message>
    <message>
        <source>The CPU now runs the network, more slowly: {}.</source>
        <translation>Le réseau tourne maintenant sur le CPU, plus lentement : {}.</translation>
    </message>
    <message>
        <source>The Modality LUT is damaged, so stored values are shown.</source>
        <translation>La Modality LUT est endommagée ; les valeurs stockées sont affichées.</translation>
    </message>
    <message>
        <source>The ZIP archive is damaged; copy it again from where it came from.</source>
        <translation>L&apos;archive ZIP est endommagée ; recopiez-la depuis la source.</translation>
    </message>
    <message>
        <source>The ZIP archive is encrypted or packed in a way that cannot be read; unpack it first.</source>
        <translation>L&apos;archive ZIP est chiffrée ou compressée d&apos;une façon illisible ; décompressez-la d&apos;abord.</translation>
    </message>
    <message>
        <source>The ZIP archive unpacks to far more than images ever do, so it was not read.</source>
        <translation>L&apos;archive ZIP se décompresse en bien plus que des images n&apos;en demandent ; elle n&apos;a pas été lue.</translation>
    </message>
    <message>
        <source>The action has this key already.</source>
        <translation>L&apos;action a déjà cette touche.</translation>
    </message>
    <message>
        <source>The active cell once more, on the other monitor: original, enhanced or as here</source>
        <translation>La cellule active une seconde fois, sur l&apos;autre écran : originale, améliorée ou comme ici</translation>
    </message>
    <message>
        <source>The chosen series has another matrix ({} instead of {}), so it cannot be compared.</source>
        <translation>La série choisie a une autre matrice ({} au lieu de {}) et ne peut être comparée.</translation>
    </message>
    <message>
        <source>The chosen series has no slice at this place.</source>
        <translation>La série choisie n&apos;a pas de coupe à cet endroit.</translation>
    </message>
    <message>
        <source>The chosen series is in {} instead of {}, so it cannot be compared.</source>
        <translation>La série choisie est en {} au lieu de {} et ne peut être comparée.</translation>
    </message>
    <message>
        <source>The chosen series was cut in another direction, so it cannot be compared.</source>
        <translation>La série choisie est coupée dans une autre direction et ne peut être comparée.</translation>
    </message>
    <message>
        <source>The compressed image has another size than the file says, so it cannot be read.</source>
        <translation>L&apos;image compressée n&apos;a pas la taille indiquée par le fichier et ne peut être lue.</translation>
    </message>
    <message>
        <source>The compressed image is damaged, so it cannot be read; copy the file again.</source>
        <translation>L&apos;image compressée est endommagée et ne peut être lue ; recopiez le fichier.</translation>
    </message>
    <message>
        <source>The decoder for compressed images could not be started; free some memory and try again.</source>
        <translation>Le décodeur d&apos;images compressées n&apos;a pu démarrer ; libérez de la mémoire et réessayez.</translation>
    </message>
    <message>
        <source>The disk is full, so the export was not finished; free some space or choose another folder.</source>
        <translation>Le disque est plein, l&apos;export n&apos;est pas terminé ; libérez de l&apos;espace ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The enhanced series</source>
        <translation>La série améliorée</translation>
    </message>
    <message>
        <source>The enhanced series was exported as 1 file to {folder}; the original is untouched.</source>
        <translation>La série améliorée a été exportée en 1 fichier vers {folder} ; l&apos;original est intact.</translation>
    </message>
    <message>
        <source>The enhanced series was exported as {count} files to {folder}; the original is untouched.</source>
        <translation>La série améliorée a été exportée en {count} fichiers vers {folder} ; l&apos;original est intact.</translation>
    </message>
    <message>
        <source>The export folder cannot be written to; choose another folder.</source>
        <translation>Impossible d&apos;écrire dans le dossier d&apos;export ; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The file could not be read from the disk; check the disk, or copy the file elsewhere.</source>
        <translation>Le fichier n&apos;a pu être lu du disque ; vérifiez le disque ou copiez le fichier ailleurs.</translation>
    </message>
    <message>
        <source>The file has changed since it was opened; open the study again.</source>
        <translation>Le fichier a changé depuis l&apos;ouverture ; rouvrez l&apos;examen.</translation>
    </message>
    <message>
        <source>The file is damaged or was copied incompletely; copy it again from where it came from.</source>
        <translation>Le fichier est endommagé ou copié incomplètement ; recopiez-le depuis la source.</translation>
    </message>
    <message>
        <source>The file is not there any more; check that its folder or disc is still connected.</source>
        <translation>Le fichier n&apos;est plus là ; vérifiez que son dossier ou disque est connecté.</translation>
    </message>
    <message>
        <source>The file says one thing about its compression and does another, so it cannot be read.</source>
        <translation>Le fichier annonce une compression et en utilise une autre ; il ne peut être lu.</translation>
    </message>
    <message>
        <source>The file says that text is burned into these pixels, which may name the patient and cannot be taken out; allow burned-in text if you have looked at the images.</source>
        <translation>Le fichier signale du texte incrusté dans ces pixels, qui peut nommer le patient et ne peut être retiré ; autorisez le texte incrusté si vous avez regardé les images.</translation>
    </message>
    <message>
        <source>The file unpacks to more than 1 GB, so it was not read.</source>
        <translation>Le fichier décompressé dépasse 1 Go ; il n&apos;a pas été lu.</translation>
    </message>
    <message>
        <source>The file&apos;s header is nested or repeated beyond any sense, so it was not read further.</source>
        <translation>L&apos;en-tête du fichier est imbriqué ou répété au-delà du sensé ; la lecture s&apos;est arrêtée.</translation>
    </message>
    <message>
        <source>The file&apos;s header takes too long to read; it is damaged or not meant to be read.</source>
        <translation>L&apos;en-tête prend trop de temps à lire ; le fichier est endommagé ou n&apos;est pas fait pour être lu.</translation>
    </message>
    <message>
        <source>The file&apos;s own lookup table is in force; any change here replaces it.</source>
        <translation>La table de correspondance du fichier s&apos;applique ; toute modification ici la remplace.</translation>
    </message>
    <message>
        <source>The files do not say what kind of DICOM image they are (SOP Class UID), so none can be derived.</source>
        <translation>Les fichiers ne disent pas leur type d&apos;image DICOM (SOP Class UID) ; aucune ne peut être dérivée.</translation>
    </message>
    <message>
        <source>The film was saved as {}.</source>
        <translation>Le film a été enregistré sous {}.</translation>
    </message>
    <message>
        <source>The folder of recipes cannot be made; check the permissions of your settings folder.</source>
        <translation>Le dossier des recettes ne peut être créé ; vérifiez les droits de votre dossier de réglages.</translation>
    </message>
    <message>
        <source>The frames of reference differ, so the patient may have moved in between.</source>
        <translation>Les référentiels diffèrent : le patient a pu bouger entre-temps.</translation>
    </message>
    <message>
        <source>The guide is written in English; keys are shown as they are called here.</source>
        <translation>Le guide est rédigé en anglais ; les touches y portent leur nom d’ici.</translation>
    </message>
    <message>
        <source>The image is cut short: the file holds fewer pixels than it says; copy it again.</source>
        <translation>L&apos;image est tronquée : le fichier contient moins de pixels qu&apos;annoncé ; recopiez-le.</translation>
    </message>
    <message>
        <source>The image says that it has no rows or columns, so there is nothing to show.</source>
        <translation>L&apos;image déclare n&apos;avoir ni lignes ni colonnes : rien à afficher.</translation>
    </message>
    <message>
        <source>The images of this series are not where they were; check that their folder or disc is connected.</source>
        <translation>Les images de cette série ne sont plus à leur place ; vérifiez que leur dossier ou disque est connecté.</translation>
    </message>
    <message>
        <source>The key images were saved as 1 DICOM file; opened with the study it marks them again.</source>
        <translation>Les images clés ont été enregistrées en 1 fichier DICOM ; ouvert avec l&apos;examen, il les marque à nouveau.</translation>
    </message>
    <message>
        <source>The key images were saved as {} DICOM files, one for each study.</source>
        <translation>Les images clés ont été enregistrées en {} fichiers DICOM, un par examen.</translation>
    </message>
    <message>
        <source>The like of this series in an earlier study of the patient, beside it and linked</source>
        <translation>La série équivalente d&apos;un examen antérieur du patient, à côté et liée</translation>
    </message>
    <message>
        <source>The list of this batch&apos;s tasks is damaged, so it cannot go on; start it anew.</source>
        <translation>La liste des tâches de ce lot est endommagée, il ne peut continuer ; relancez-le.</translation>
    </message>
    <message>
        <source>The measurements were saved as {} files, one for each study.</source>
        <translation>Les mesures ont été enregistrées en {} fichiers, un par examen.</translation>
    </message>
    <message>
        <source>The measurements were saved as {}.</source>
        <translation>Les mesures ont été enregistrées sous {}.</translation>
    </message>
    <message>
        <source>The method changes units, so the two do not compare.</source>
        <translation>La méthode change les unités, les deux ne se comparent pas.</translation>
    </message>
    <message>
        <source>The method changes units: the numbers after it are not {} any more.</source>
        <translation>La méthode change les unités : les nombres après elle ne sont plus des {}.</translation>
    </message>
    <message>
        <source>The method gave pixels that are not numbers, so the image was not saved; try other parameters.</source>
        <translation>La méthode a donné des pixels non numériques ; l&apos;image n&apos;est pas enregistrée ; essayez d&apos;autres paramètres.</translation>
    </message>
    <message>
        <source>The model&apos;s specification is damaged; install the model file again.</source>
        <translation>La spécification du modèle est endommagée ; réinstallez le fichier du modèle.</translation>
    </message>
    <message>
        <source>The model&apos;s training record is damaged; install the model file again.</source>
        <translation>Le registre d&apos;entraînement du modèle est endommagé ; réinstallez le fichier du modèle.</translation>
    </message>
    <message>
        <source>The number of frames in this file makes no sense, so they cannot be found.</source>
        <translation>Le nombre de trames de ce fichier n&apos;a pas de sens ; elles sont introuvables.</translation>
    </message>
    <message>
        <source>The originals, pixels unchanged</source>
        <translation>Les originaux, pixels inchangés</translation>
    </message>
    <message>
        <source>The other study has no series of this modality and plane; drag any into a cell instead.</source>
        <translation>L&apos;autre examen n&apos;a pas de série de cette modalité et de ce plan ; glissez-en une autre dans une cellule.</translation>
    </message>
    <message>
        <source>The page was saved as {}.</source>
        <translation>La page a été enregistrée sous {}.</translation>
    </message>
    <message>
        <source>The palette of this colour image is damaged, so it cannot be shown.</source>
        <translation>La palette de cette image couleur est endommagée ; elle ne peut être affichée.</translation>
    </message>
    <message>
        <source>The picture was saved as {}.</source>
        <translation>L&apos;image a été enregistrée sous {}.</translation>
    </message>
    <message>
        <source>The pixel spacing makes no sense, so lengths cannot be measured.</source>
        <translation>L&apos;espacement des pixels n&apos;a pas de sens ; les longueurs ne peuvent être mesurées.</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss ({}).</source>
        <translation>Les pixels ont été compressés avec perte ({}).</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss.</source>
        <translation>Les pixels ont été compressés avec perte.</translation>
    </message>
    <message>
        <source>The range of values to compare in is empty; choose a wider window.</source>
        <translation>La plage de valeurs à comparer est vide ; choisissez un fenêtrage plus large.</translation>
    </message>
    <message>
        <source>The recipe cannot be deleted; check the permissions of your settings folder.</source>
        <translation>La recette ne peut être supprimée ; vérifiez les droits de votre dossier de réglages.</translation>
    </message>
    <message>
        <source>The recipe is kept as “{}”.</source>
        <translation>La recette est enregistrée sous « {} ».</translation>
    </message>
    <message>
        <source>The recipe was written to {}.</source>
        <translation>La recette a été écrite dans {}.</translation>
    </message>
    <message>
        <source>The recipe “{}” is deleted.</source>
        <translation>La recette « {} » est supprimée.</translation>
    </message>
    <message>
        <source>The record of how this image was made is incomplete, so it cannot be made again from it.</source>
        <translation>La trace de fabrication de cette image est incomplète ; on ne peut la refaire à partir d&apos;elle.</translation>
    </message>
    <message>
        <source>The region holds no pixel; draw it larger and inside the image.</source>
        <translation>La région ne contient aucun pixel ; tracez-la plus grande et dans l&apos;image.</translation>
    </message>
    <message>
        <source>The rescale values differ between slices; each is shown with its own.</source>
        <translation>Les valeurs de Rescale diffèrent entre coupes ; chacune est affichée avec les siennes.</translation>
    </message>
    <message>
        <source>The rescale values make no sense, so stored values are shown without units.</source>
        <translation>Les valeurs de Rescale n&apos;ont pas de sens ; les valeurs stockées sont affichées sans unité.</translation>
    </message>
    <message>
        <source>The selected one, or the last one on this slice</source>
        <translation>Celle sélectionnée, ou la dernière de cette coupe</translation>
    </message>
    <message>
        <source>The series as MP4 or animated GIF, before and after</source>
        <translation>La série en MP4 ou GIF animé, avant et après</translation>
    </message>
    <message>
        <source>The series shown</source>
        <translation>La série affichée</translation>
    </message>
    <message>
        <source>The settings were damaged or from a newer version; Clearslice starts with its own.</source>
        <translation>Les réglages étaient endommagés ou d&apos;une version plus récente ; Clearslice démarre avec les siens.</translation>
    </message>
    <message>
        <source>The slice orientation makes no sense and is not used.</source>
        <translation>L&apos;orientation de coupe n&apos;a pas de sens et n&apos;est pas utilisée.</translation>
    </message>
    <message>
        <source>The slice position makes no sense and is not used.</source>
        <translation>La position de coupe n&apos;a pas de sens et n&apos;est pas utilisée.</translation>
    </message>
    <message>
        <source>The slices differ in size or kind, so they make no volume that planes could be cut from.</source>
        <translation>Les coupes diffèrent en taille ou en type : pas de volume où couper des plans.</translation>
    </message>
    <message>
        <source>The slices do not say where they lie, so no planes can be cut through them.</source>
        <translation>Les coupes ne disent pas où elles se trouvent ; aucun plan ne peut y être coupé.</translation>
    </message>
    <message>
        <source>The slices lie at different angles or differ in pixel spacing, so they make no volume.</source>
        <translation>Les coupes ont des angles ou des espacements différents ; elles ne forment pas de volume.</translation>
    </message>
    <message>
        <source>The slices name no frame of reference, so a report cannot say where something was measured on planes cut from them; save the table as CSV instead.</source>
        <translation>Les coupes ne nomment aucun repère spatial : un compte rendu ne peut dire où l&apos;on a mesuré sur les plans qui en sont tirés ; enregistrez plutôt le tableau en CSV.</translation>
    </message>
    <message>
        <source>The square is 2 × radius + 1 pixels wide.</source>
        <translation>Le carré mesure 2 × rayon + 1 pixels de large.</translation>
    </message>
    <message>
        <source>The two series have no slices at the same place, so they cannot be compared.</source>
        <translation>Les deux séries n&apos;ont pas de coupes au même endroit et ne peuvent être comparées.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Then choose another method to compare with it (Shift+P)</source>
        <translation>Puis choisissez une autre méthode pour comparer (Maj+P)</translation>
    </message>
    <message>
        <source>Then choose another method; again: compare with the original</source>
        <translation>Puis choisissez une autre méthode ; de nouveau : comparer avec l&apos;original</translation>
    </message>
    <message>
        <source>There are no images in what was opened, only other DICOM objects.</source>
        <translation>Aucune image dans ce qui a été ouvert, seulement d&apos;autres objets DICOM.</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to export.</source>
        <translation>Aucune image en niveaux de gris à exporter.</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to print.</source>
        <translation>Aucune image en niveaux de gris à imprimer.</translation>
    </message>
    <message>
        <source>There is no grey-scale series to film.</source>
        <translation>Aucune série en niveaux de gris à filmer.</translation>
    </message>
    <message>
        <source>There is no image in this file.</source>
        <translation>Il n&apos;y a pas d&apos;image dans ce fichier.</translation>
    </message>
    <message>
        <source>There is no key image to export; press K on a slice to mark it.</source>
        <translation>Aucune image clé à exporter ; pressez K sur une coupe pour la marquer.</translation>
    </message>
    <message>
        <source>There is no key image to save; press K on a slice to mark it.</source>
        <translation>Aucune image clé à enregistrer ; pressez K sur une coupe pour la marquer.</translation>
    </message>
    <message>
        <source>There is no other key image in this series; press K on a slice to mark it.</source>
        <translation>Aucune autre image clé dans cette série ; pressez K sur une coupe pour la marquer.</translation>
    </message>
    <message>
        <source>There is no series here that can be enhanced.</source>
        <translation>Aucune série ici ne peut être améliorée.</translation>
    </message>
    <message>
        <source>Thickness of the slab</source>
        <translation>Épaisseur du bloc</translation>
    </message>
    <message>
        <source>This ZIP archive lies inside another one; unpack the outer one and open this one by itself.</source>
        <translation>Cette archive ZIP est dans une autre ; décompressez l&apos;extérieure et ouvrez celle-ci seule.</translation>
    </message>
    <message>
        <source>This batch is running already, in another window or on the command line.</source>
        <translation>Ce lot est déjà en cours, dans une autre fenêtre ou en ligne de commande.</translation>
    </message>
    <message>
        <source>This file&apos;s VOI LUT function is unknown; its windows are shown as linear.</source>
        <translation>La fonction VOI LUT de ce fichier est inconnue ; ses fenêtrages sont affichés en linéaire.</translation>
    </message>
    <message>
        <source>This image&apos;s Modality LUT has no inverse, so an enhanced copy cannot be stored in its units.</source>
        <translation>La Modality LUT de cette image n&apos;a pas d&apos;inverse ; une copie améliorée ne peut être stockée dans ses unités.</translation>
    </message>
    <message>
        <source>This is a colour image; only grey-scale images can be enhanced.</source>
        <translation>C&apos;est une image couleur ; seules les images en niveaux de gris peuvent être améliorées.</translation>
    </message>
    <message>
        <source>This is a device or the like, not a file.</source>
        <translation>C&apos;est un périphérique ou autre, pas un fichier.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>Ce n&apos;est pas un fichier DICOM.</translation>
    </message>
    <message>
        <source>This part of the ZIP archive is damaged; copy the archive again from where it came from.</source>
        <translation>Cette partie de l&apos;archive ZIP est endommagée ; recopiez-la depuis la source.</translation>
    </message>
    <message>
        <source>This series cannot be enhanced.</source>
        <translation>Cette série ne peut être améliorée.</translation>
    </message>
    <message>
        <source>This series holds no grey-scale images to film.</source>
        <translation>Cette série n&apos;a pas d&apos;images en niveaux de gris à filmer.</translation>
    </message>
    <message>
        <source>This series is not grey-scale, so it cannot be enhanced.</source>
        <translation>Cette série n&apos;est pas en niveaux de gris et ne peut être améliorée.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the CPU.</source>
        <translation>Cette coupe a pris {:.2f} s sur le CPU.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the graphics card.</source>
        <translation>Cette coupe a pris {:.2f} s sur la carte graphique.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s.</source>
        <translation>Cette coupe a pris {:.2f} s.</translation>
    </message>
    <message>
        <source>This slice was not enhanced, so there is no change to measure.</source>
        <translation>Cette coupe n&apos;a pas été améliorée : aucun changement à mesurer.</translation>
    </message>
    <message>
        <source>This was measured on planes that no cell shows now: {}.</source>
        <translation>Ceci a été mesuré sur des plans qu&apos;aucune cellule n&apos;affiche : {}.</translation>
    </message>
    <message>
        <source>Through all slices of the series, with a slab; again: back</source>
        <translation>À travers toutes les coupes de la série, avec un bloc ; de nouveau : retour</translation>
    </message>
    <message>
        <source>To the next screen</source>
        <translation>Vers l&apos;écran suivant</translation>
    </message>
    <message>
        <source>Tone range</source>
        <translation>Plage tonale</translation>
    </message>
    <message>
        <source>Tool; at first window/level: right is wider, up as in the preferences</source>
        <translation>Outil ; d&apos;abord le fenêtrage : à droite plus large, en haut selon les préférences</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>Variation totale</translation>
    </message>
    <message>
        <source>Turn Enhance on first; there is nothing to export yet.</source>
        <translation>Activez d&apos;abord Améliorer ; il n&apos;y a encore rien à exporter.</translation>
    </message>
    <message>
        <source>Turn Enhance on to see what an export would write; only the original is shown.</source>
        <translation>Activez Améliorer pour voir ce qu&apos;un export écrirait ; seul l&apos;original est affiché.</translation>
    </message>
    <message>
        <source>Turn and mirror</source>
        <translation>Tourner et retourner</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Tourner à gauche</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Tourner à droite</translation>
    </message>
    <message>
        <source>Turn split line</source>
        <translation>Tourner la ligne de séparation</translation>
    </message>
    <message>
        <source>Two cells below each other</source>
        <translation>Deux cellules l&apos;une sous l&apos;autre</translation>
    </message>
    <message>
        <source>Two cells beside each other</source>
        <translation>Deux cellules côte à côte</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>UIDs, by which the originals can be found again</source>
        <translation>UID permettant de retrouver les originaux</translation>
    </message>
    <message>
        <source>UPSIDE DOWN</source>
        <translation>TÊTE EN BAS</translation>
    </message>
    <message>
        <source>Under the pointer; Shift and wheel make it larger</source>
        <translation>Sous le pointeur ; Maj et molette l&apos;agrandissent</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unsharp mask</source>
        <translation>Masque flou</translation>
    </message>
    <message>
        <source>Untreated</source>
        <translation>Non traité</translation>
    </message>
    <message>
        <source>Use or keep a recipe under a name</source>
        <translation>Utiliser ou garder une recette sous un nom</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guide d&apos;utilisation</translation>
    </message>
    <message>
        <source>VIEW ONLY</source>
        <translation>VISUALISATION SEULE</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Variation that is taken away.</source>
        <translation>Variation retirée.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>View {}</source>
        <translation>Vue {}</translation>
    </message>
    <message>
        <source>Wavelet</source>
        <translation>Ondelettes</translation>
    </message>
    <message>
        <source>Way of playing</source>
        <translation>Mode de lecture</translation>
    </message>
    <message>
        <source>Weakens streaks in CT, hardly anything else so far, by a trained network.</source>
        <translation>Atténue les stries du scanner, guère autre chose pour l’instant, par un réseau entraîné.</translation>
    </message>
    <message>
        <source>What PSNR and SSIM refer to; both images are clipped to it</source>
        <translation>À quoi se réfèrent PSNR et SSIM ; les deux images y sont bornées</translation>
    </message>
    <message>
        <source>What a window/level drag upwards does to the image; to the right the window gets wider.</source>
        <translation>Effet d&apos;un glissement vers le haut en fenêtrage ; vers la droite, la fenêtre s&apos;élargit.</translation>
    </message>
    <message>
        <source>What an export would write now, without writing it</source>
        <translation>Ce qu&apos;un export écrirait maintenant, sans l&apos;écrire</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Where the active cell&apos;s slice cuts the others</source>
        <translation>Où la coupe de la cellule active croise les autres</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>Point blanc</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>Valeur complète</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtrage</translation>
    </message>
    <message>
        <source>Window center</source>
        <translation>Centre de la fenêtre</translation>
    </message>
    <message>
        <source>Window over the values in the selected region (Ctrl+0)</source>
        <translation>Fenêtrage sur les valeurs de la région sélectionnée (Ctrl+0)</translation>
    </message>
    <message>
        <source>Window over the values in the selected region, or the last one on this slice</source>
        <translation>Fenêtrage sur les valeurs de la région sélectionnée, ou de la dernière de cette coupe</translation>
    </message>
    <message>
        <source>Window over this slice&apos;s values without their extremes (key 0)</source>
        <translation>Fenêtrage sur les valeurs de cette coupe sans leurs extrêmes (touche 0)</translation>
    </message>
    <message>
        <source>Window preset {}</source>
        <translation>Préréglage de fenêtre {}</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Largeur de la fenêtre</translation>
    </message>
    <message>
        <source>Window {width} / {center}</source>
        <translation>Fenêtre {width} / {center}</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>Fenêtrage</translation>
    </message>
    <message>
        <source>Without description</source>
        <translation>Sans description</translation>
    </message>
    <message>
        <source>Without patient</source>
        <translation>Sans patient</translation>
    </message>
    <message>
        <source>Write the patient&apos;s name and ID under the pictures</source>
        <translation>Écrire le nom et l&apos;ID du patient sous les images</translation>
    </message>
    <message>
        <source>You have no permission to read this file; ask its owner for it.</source>
        <translation>Vous n&apos;avez pas le droit de lire ce fichier ; demandez-le à son propriétaire.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoomer au pointeur</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Zoom {:.0%}</source>
        <translation>Zoom {:.0%}</translation>
    </message>
    <message>
        <source>Zoom; a click opens the menu</source>
        <translation>Zoom ; un clic ouvre le menu</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>au détecteur</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>born {}</source>
        <translation>né(e) le {}</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>étalonné</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>changes contrast on purpose, so PSNR and SSIM say little about it</source>
        <translation>modifie volontairement le contraste : PSNR et SSIM en disent peu</translation>
    </message>
    <message>
        <source>changes units</source>
        <translation>change les unités</translation>
    </message>
    <message>
        <source>damaged: install it again</source>
        <translation>endommagé : réinstallez-le</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identique</translation>
    </message>
    <message>
        <source>incomplete: install it again</source>
        <translation>incomplet : réinstallez-le</translation>
    </message>
    <message>
        <source>install the GPU add-on</source>
        <translation>installez le module GPU</translation>
    </message>
    <message>
        <source>install the [cuda] extra</source>
        <translation>installez l&apos;extra [cuda]</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>inversé</translation>
    </message>
    <message>
        <source>its results differ from the CPU&apos;s</source>
        <translation>ses résultats diffèrent de ceux du CPU</translation>
    </message>
    <message>
        <source>made when it is exported</source>
        <translation>créé à l&apos;export</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>fiche du modèle</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>no NVIDIA GPU found</source>
        <translation>aucun GPU NVIDIA trouvé</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>aucun pilote NVIDIA trouvé</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>aucune touche</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>aucun modèle installé</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>sans unité</translation>
    </message>
    <message>
        <source>none; choose one first</source>
        <translation>aucune ; choisissez-en une d&apos;abord</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>non étalonné</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>non installé</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>original {}</source>
        <translation>original {}</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>à l&apos;extérieur</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>lecture…</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>signal</translation>
    </message>
    <message>
        <source>strength {}</source>
        <translation>force {}</translation>
    </message>
    <message>
        <source>the GPU could not be started: update the NVIDIA driver</source>
        <translation>le GPU n&apos;a pu démarrer : mettez à jour le pilote NVIDIA</translation>
    </message>
    <message>
        <source>the GPU failed at its first run</source>
        <translation>le GPU a échoué à sa première exécution</translation>
    </message>
    <message>
        <source>the GPU failed while it ran</source>
        <translation>le GPU a échoué en cours d&apos;exécution</translation>
    </message>
    <message>
        <source>the NVIDIA driver does not answer</source>
        <translation>le pilote NVIDIA ne répond pas</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime has no CUDA: install onnxruntime-gpu instead</source>
        <translation>l&apos;ONNX Runtime installé n&apos;a pas CUDA : installez onnxruntime-gpu</translation>
    </message>
    <message>
        <source>the message is cut short</source>
        <translation>le message est tronqué</translation>
    </message>
    <message>
        <source>the message is damaged</source>
        <translation>le message est endommagé</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{added} added (+), {removed} removed (−), {changed} changed (≠). New UIDs and times are examples; an export makes its own.</source>
        <translation>{added} ajoutés (+), {removed} supprimés (−), {changed} modifiés (≠). Les nouveaux UID et heures sont des exemples ; un export crée les siens.</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} éléments</translation>
    </message>
    <message>
        <source>{count} series were exported anonymised to {folder}; the originals are untouched.</source>
        <translation>{count} séries ont été exportées anonymisées vers {folder} ; les originaux sont intacts.</translation>
    </message>
    <message>
        <source>{count} series were left out; the first one: {reason}</source>
        <translation>{count} séries ont été laissées de côté ; la première : {reason}</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} sur {count}</translation>
    </message>
    <message>
        <source>{done} of {count} slices</source>
        <translation>{done} coupes sur {count}</translation>
    </message>
    <message>
        <source>{key} cannot be given to an action: press another key.</source>
        <translation>{key} ne peut être attribuée à une action : pressez une autre touche.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} est libre.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”, which loses it if you set it here.</source>
        <translation>{key} est la touche de « {action} », qui la perd si vous la définissez ici.</translation>
    </message>
    <message>
        <source>{note} · Clearslice {version} · printed {when}</source>
        <translation>{note} · Clearslice {version} · imprimé le {when}</translation>
    </message>
    <message>
        <source>{plane} · {degrees}° OBLIQUE</source>
        <translation>{plane} · OBLIQUE {degrees}°</translation>
    </message>
    <message>
        <source>{plane} · {projection} {thickness} mm</source>
        <translation>{plane} · {projection} {thickness} mm</translation>
    </message>
    <message>
        <source>{} % enhanced</source>
        <translation>{} % amélioré</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} et {} autres</translation>
    </message>
    <message>
        <source>{} at detector</source>
        <translation>{} au détecteur</translation>
    </message>
    <message>
        <source>{} calibrated</source>
        <translation>{} étalonné</translation>
    </message>
    <message>
        <source>{} could not be opened: {}</source>
        <translation>{} n&apos;ont pu être ouverts : {}</translation>
    </message>
    <message>
        <source>{} key images came with the study.</source>
        <translation>{} images clés accompagnaient l&apos;examen.</translation>
    </message>
    <message>
        <source>{} measurements are not saved yet.</source>
        <translation>{} mesures ne sont pas encore enregistrées.</translation>
    </message>
    <message>
        <source>{} measurements came with the study; they are in the Measure panel.</source>
        <translation>{} mesures accompagnaient l&apos;examen ; elles sont dans le panneau Mesurer.</translation>
    </message>
    <message>
        <source>{} more wait</source>
        <translation>{} autres en attente</translation>
    </message>
    <message>
        <source>{} on the CPU: {}</source>
        <translation>{} sur le CPU : {}</translation>
    </message>
    <message>
        <source>{} on the graphics card: {}</source>
        <translation>{} sur la carte graphique : {}</translation>
    </message>
    <message>
        <source>{} pixels</source>
        <translation>{} pixels</translation>
    </message>
    <message>
        <source>{} px</source>
        <translation>{} px</translation>
    </message>
    <message>
        <source>{} series</source>
        <translation>{} séries</translation>
    </message>
    <message>
        <source>{} slices</source>
        <translation>{} coupes</translation>
    </message>
    <message>
        <source>{} slices are enhanced.</source>
        <translation>{} coupes sont améliorées.</translation>
    </message>
    <message>
        <source>{} slices/s shown, {} skipped</source>
        <translation>{} coupes/s affichées, {} sautées</translation>
    </message>
    <message>
        <source>{} · ACQUIRED PLANE</source>
        <translation>{} · PLAN D&apos;ACQUISITION</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale.</source>
        <translation>{}, effectifs en échelle logarithmique.</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale. Filled: before, line: after.</source>
        <translation>{}, effectifs en échelle logarithmique. Plein : avant, ligne : après.</translation>
    </message>
    <message>
        <source>{}, number</source>
        <translation>{}, nombre</translation>
    </message>
    <message>
        <source>{}/s</source>
        <translation>{}/s</translation>
    </message>
    <message>
        <source>{}: W {:g} C {:g} (key {})</source>
        <translation>{} : W {:g} C {:g} (touche {})</translation>
    </message>
    <message>
        <source>{}: cells move together</source>
        <translation>{} : les cellules bougent ensemble</translation>
    </message>
    <message>
        <source>{}: each cell for itself</source>
        <translation>{} : chaque cellule pour soi</translation>
    </message>
    <message>
        <source>{}: linked here</source>
        <translation>{} : lié ici</translation>
    </message>
    <message>
        <source>{}: not linked here</source>
        <translation>{} : non lié ici</translation>
    </message>
    <message>
        <source>{}: the file&apos;s own window (key {})</source>
        <translation>{} : le fenêtrage du fichier (touche {})</translation>
    </message>
    <message>
        <source>▸ running</source>
        <translation>▸ en cours</translation>
    </message>
    <message>
        <source>★ {series}, slice {number} of {count}</source>
        <translation>★ {series}, coupe {number} sur {count}</translation>
    </message>
</context>
</TS>
