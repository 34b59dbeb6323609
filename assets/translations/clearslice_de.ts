<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name></name>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source> frames per second</source>
        <translation> Bilder pro Sekunde</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> · {minutes} min to go</source>
        <translation> · noch {minutes} min</translation>
    </message>
    <message>
        <source> · {seconds} s to go</source>
        <translation> · noch {seconds} s</translation>
    </message>
    <message>
        <source>(not {})</source>
        <translation>(nicht {})</translation>
    </message>
    <message>
        <source>* Changes contrast on purpose, so PSNR and SSIM say little about it.</source>
        <translation>* Ändert absichtlich den Kontrast, daher sagen PSNR und SSIM wenig darüber aus.</translation>
    </message>
    <message>
        <source>+ Add a step</source>
        <translation>+ Schritt hinzufügen</translation>
    </message>
    <message>
        <source>1 again</source>
        <translation>1 nochmals</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>1 key image came with the study.</source>
        <translation>Mit der Studie kam 1 Schlüsselbild.</translation>
    </message>
    <message>
        <source>1 measurement came with the study; it is in the Measure panel.</source>
        <translation>1 Messung kam mit der Studie; sie steht im Bereich Messen.</translation>
    </message>
    <message>
        <source>1 measurement is not saved yet.</source>
        <translation>1 Messung ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>1 more waits</source>
        <translation>1 weitere wartet</translation>
    </message>
    <message>
        <source>1 series</source>
        <translation>1 Serie</translation>
    </message>
    <message>
        <source>1 series was exported anonymised to {folder}; the original is untouched.</source>
        <translation>1 Serie wurde anonymisiert nach {folder} exportiert; das Original ist unverändert.</translation>
    </message>
    <message>
        <source>1 series was left out: {reason}</source>
        <translation>1 Serie wurde ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>A CT, an MR and a chest radiograph that come with the program</source>
        <translation>Eine CT, eine MR und eine Thoraxaufnahme, die dem Programm beiliegen</translation>
    </message>
    <message>
        <source>A batch ended before it was finished: {done} of {count} series are done.</source>
        <translation>Ein Stapel endete vorzeitig: {done} von {count} Serien sind fertig.</translation>
    </message>
    <message>
        <source>A batch ended before it was finished; it goes on from Enhance, Enhance many series.</source>
        <translation>Ein Stapel endete vorzeitig; er geht weiter über Verbessern, Viele Serien verbessern.</translation>
    </message>
    <message>
        <source>A damaged part of the header was left out.</source>
        <translation>Ein beschädigter Teil des Headers wurde ausgelassen.</translation>
    </message>
    <message>
        <source>A key object selection; your files are left as they are</source>
        <translation>Eine Key Object Selection; Ihre Dateien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>A recipe holds one or more [[step]] tables and nothing else.</source>
        <translation>Ein Rezept enthält eine oder mehrere [[step]]-Tabellen und sonst nichts.</translation>
    </message>
    <message>
        <source>A recipe needs a name.</source>
        <translation>Ein Rezept braucht einen Namen.</translation>
    </message>
    <message>
        <source>A recipe&apos;s name becomes a file&apos;s, so it may not hold &lt; &gt; : &quot; / \ | ? * or end with a dot.</source>
        <translation>Der Name eines Rezepts wird zum Dateinamen und darf daher weder &lt; &gt; : &quot; / \ | ? * enthalten noch mit einem Punkt enden.</translation>
    </message>
    <message>
        <source>A window in this file makes no sense and was left out.</source>
        <translation>Ein Fenster in dieser Datei ist unsinnig und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>KI</translation>
    </message>
    <message>
        <source>AI PROCESSED</source>
        <translation>KI-BEARBEITET</translation>
    </message>
    <message>
        <source>AS OPENED · DERIVED</source>
        <translation>WIE GEÖFFNET · ABGELEITET</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>About Clearslice</source>
        <translation>Über Clearslice</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Active cell takes part in links</source>
        <translation>Aktive Zelle nimmt an Kopplungen teil</translation>
    </message>
    <message>
        <source>Active cell:</source>
        <translation>Aktive Zelle:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>After one measurement window/level comes back; else the tool stays until another is chosen.</source>
        <translation>Nach einer Messung kommt die Fensterung zurück; sonst bleibt das Werkzeug, bis ein anderes gewählt wird.</translation>
    </message>
    <message>
        <source>Again: the file&apos;s next window</source>
        <translation>Nochmals: das nächste Fenster der Datei</translation>
    </message>
    <message>
        <source>Against pinned: {}</source>
        <translation>Gegen angeheftet: {}</translation>
    </message>
    <message>
        <source>Against the original</source>
        <translation>Gegen das Original</translation>
    </message>
    <message>
        <source>Against the original slice over {}.</source>
        <translation>Gegen die Originalschicht über {}.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All images lie at the same place; they are in order of their numbers.</source>
        <translation>Alle Bilder liegen am selben Ort; sie sind nach ihren Nummern geordnet.</translation>
    </message>
    <message>
        <source>All series that are open</source>
        <translation>Alle geöffneten Serien</translation>
    </message>
    <message>
        <source>All text</source>
        <translation>Aller Text</translation>
    </message>
    <message>
        <source>Along {}, in {}.</source>
        <translation>Entlang {}, in {}.</translation>
    </message>
    <message>
        <source>Along {}, in {}. Thick: before, amber: after.</source>
        <translation>Entlang {}, in {}. Dick: vorher, bernstein: nachher.</translation>
    </message>
    <message>
        <source>Also images that say text is burned into them</source>
        <translation>Auch Bilder, die eingebrannten Text melden</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>An image lacks the identifiers that a DICOM document refers to; save CSV or pictures instead.</source>
        <translation>Einem Bild fehlen die Kennungen, auf die sich ein DICOM-Dokument bezieht; stattdessen CSV oder Bilder speichern.</translation>
    </message>
    <message>
        <source>An overlay of this image is damaged and is not shown.</source>
        <translation>Ein Overlay dieses Bildes ist beschädigt und wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>Animiertes GIF (*.gif)</translation>
    </message>
    <message>
        <source>Animated GIF, for web pages</source>
        <translation>Animiertes GIF, für Webseiten</translation>
    </message>
    <message>
        <source>Anonymise by the DICOM Basic Profile</source>
        <translation>Nach dem DICOM-Basisprofil anonymisieren</translation>
    </message>
    <message>
        <source>Another series</source>
        <translation>Andere Serie</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Apply another method to the result of what is done already</source>
        <translation>Eine weitere Methode auf das bisherige Ergebnis anwenden</translation>
    </message>
    <message>
        <source>Apply to series</source>
        <translation>Auf Serie anwenden</translation>
    </message>
    <message>
        <source>Apply to whole series</source>
        <translation>Auf ganze Serie anwenden</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Pfeil</translation>
    </message>
    <message>
        <source>Arrow with text</source>
        <translation>Pfeil mit Text</translation>
    </message>
    <message>
        <source>As a DICOM key object selection, which marks them again when it is opened with the study</source>
        <translation>Als DICOM Key Object Selection, die sie wieder markiert, wenn sie mit der Studie geöffnet wird</translation>
    </message>
    <message>
        <source>As a DICOM structured report, which opens with the study again</source>
        <translation>Als DICOM Structured Report, der mit der Studie wieder geöffnet wird</translation>
    </message>
    <message>
        <source>As a TOML file, which “clearslice enhance --recipe” reads too</source>
        <translation>Als TOML-Datei, die auch „clearslice enhance --recipe“ liest</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>Wie exportiert</translation>
    </message>
    <message>
        <source>As in the main window</source>
        <translation>Wie im Hauptfenster</translation>
    </message>
    <message>
        <source>As seen, without patient</source>
        <translation>Wie gesehen, ohne Patient</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>Automatisch ({})</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card that works, else the CPU; from the next start on.</source>
        <translation>Automatisch nimmt eine funktionierende Grafikkarte, sonst die CPU; ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Averages patches that look alike; slow, keeps texture.</source>
        <translation>Mittelt ähnliche Bildausschnitte; langsam, erhält Textur.</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over original</source>
        <translation>ÜBERBLENDUNG · {} verbessert über Original</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over pinned</source>
        <translation>ÜBERBLENDUNG · {} verbessert über angeheftet</translation>
    </message>
    <message>
        <source>Back to {:g}</source>
        <translation>Zurück auf {:g}</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>Below 1 brightens, above 1 darkens.</source>
        <translation>Unter 1 hellt auf, über 1 dunkelt ab.</translation>
    </message>
    <message>
        <source>Bilateral</source>
        <translation>Bilateral</translation>
    </message>
    <message>
        <source>Black point</source>
        <translation>Schwarzpunkt</translation>
    </message>
    <message>
        <source>Black-and-white images are shown, but not enhanced.</source>
        <translation>Schwarz-Weiß-Bilder werden gezeigt, aber nicht verbessert.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <source>Both at once, in any proportion</source>
        <translation>Beide zugleich, in beliebigem Verhältnis</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>Brightens or darkens the middle grey values.</source>
        <translation>Hellt mittlere Grauwerte auf oder dunkelt sie ab.</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Heller</translation>
    </message>
    <message>
        <source>Brings out local contrast everywhere, within a limit.</source>
        <translation>Hebt überall den lokalen Kontrast, bis zu einer Grenze.</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile</source>
        <translation>Nach dem DICOM Basic Application Level Confidentiality Profile</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile (PS3.15 Annex E): names, numbers, dates, descriptions and private elements go; one patient keeps one pseudonym and UIDs still belong together within this export.</source>
        <translation>Nach dem DICOM Basic Application Level Confidentiality Profile (PS3.15 Anhang E): Namen, Nummern, Daten, Beschreibungen und private Elemente entfallen; ein Patient behält ein Pseudonym, und UIDs gehören innerhalb dieses Exports weiterhin zusammen.</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
    <message>
        <source>CNR of {} and {}: {}</source>
        <translation>CNR von {} und {}: {}</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet, before and after in columns</source>
        <translation>CSV für Tabellenprogramme, vorher und nachher in Spalten</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel, then reset</source>
        <translation>Abbrechen, dann zurücksetzen</translation>
    </message>
    <message>
        <source>Careful: these images are not known to be of the same patient.</source>
        <translation>Vorsicht: Es ist nicht sicher, dass diese Bilder vom selben Patienten stammen.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>Zentrum</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changes only</source>
        <translation>Nur Änderungen</translation>
    </message>
    <message>
        <source>Changes units: HU or signal can no longer be read off the result.</source>
        <translation>Ändert Einheiten: HU oder Signal sind am Ergebnis nicht mehr ablesbar.</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>Serie wählen</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key in the field.</source>
        <translation>Eine Aktion wählen, dann ihre neue Taste im Feld drücken.</translation>
    </message>
    <message>
        <source>Choose folder and start…</source>
        <translation>Ordner wählen und starten…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose the series to compare with; open one of this modality if none is offered.</source>
        <translation>Die Vergleichsserie wählen; falls keine angeboten wird, eine dieser Modalität öffnen.</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>Cine</translation>
    </message>
    <message>
        <source>Cine back and forth</source>
        <translation>Cine vor und zurück</translation>
    </message>
    <message>
        <source>Cine faster</source>
        <translation>Cine schneller</translation>
    </message>
    <message>
        <source>Cine slower</source>
        <translation>Cine langsamer</translation>
    </message>
    <message>
        <source>Clear recent</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Clearslice is not for diagnostic use.</source>
        <translation>Clearslice ist nicht für diagnostische Zwecke bestimmt.</translation>
    </message>
    <message>
        <source>Clearslice made it with a neural network.</source>
        <translation>Clearslice hat es mit einem neuronalen Netz erzeugt.</translation>
    </message>
    <message>
        <source>Clearslice made it.</source>
        <translation>Clearslice hat es erzeugt.</translation>
    </message>
    <message>
        <source>Click each corner; double click to end it</source>
        <translation>Jede Ecke anklicken; Doppelklick beendet</translation>
    </message>
    <message>
        <source>Click or drag: all planes go there</source>
        <translation>Klicken oder ziehen: alle Ebenen gehen dorthin</translation>
    </message>
    <message>
        <source>Click where it belongs; double click to change it</source>
        <translation>An die Stelle klicken; Doppelklick ändert den Text</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Alle schließen</translation>
    </message>
    <message>
        <source>Close cine</source>
        <translation>Cine schließen</translation>
    </message>
    <message>
        <source>Close planes</source>
        <translation>Ebenen schließen</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen ohne zu speichern</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb-Winkel</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour images are shown, but not enhanced: the methods work on grey values.</source>
        <translation>Farbbilder werden gezeigt, aber nicht verbessert: Die Methoden arbeiten mit Grauwerten.</translation>
    </message>
    <message>
        <source>Colour images have no window.</source>
        <translation>Farbbilder haben kein Fenster.</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Compare with prior</source>
        <translation>Mit Voraufnahme vergleichen</translation>
    </message>
    <message>
        <source>Compare with the enhanced export</source>
        <translation>Mit dem verbesserten Export vergleichen</translation>
    </message>
    <message>
        <source>Compare with the series on screen</source>
        <translation>Mit der gezeigten Serie vergleichen</translation>
    </message>
    <message>
        <source>Compare with this study</source>
        <translation>Mit dieser Studie vergleichen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Comparison: less</source>
        <translation>Vergleich: weniger</translation>
    </message>
    <message>
        <source>Comparison: more</source>
        <translation>Vergleich: mehr</translation>
    </message>
    <message>
        <source>Compressed with loss: {ratio}</source>
        <translation>Verlustbehaftet komprimiert: {ratio}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Contrast limit</source>
        <translation>Kontrastgrenze</translation>
    </message>
    <message>
        <source>Contrast stretching</source>
        <translation>Kontrastspreizung</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy with tabs, for a spreadsheet (Ctrl+C in the table)</source>
        <translation>Mit Tabulatoren für Tabellenprogramme kopieren (Strg+C in der Tabelle)</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>Could not be opened ({})</source>
        <translation>Nicht zu öffnen ({})</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Fadenkreuz</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Mausrad</translation>
    </message>
    <message>
        <source>Ctrl in a drag</source>
        <translation>Strg beim Ziehen</translation>
    </message>
    <message>
        <source>DERIVED</source>
        <translation>ABGELEITET</translation>
    </message>
    <message>
        <source>DICOM tags of this slice, compared with what an export would write</source>
        <translation>DICOM-Tags dieser Schicht, verglichen mit dem, was ein Export schriebe</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR: half a unit narrower at either end</source>
        <translation>DICOM LINEAR: an jedem Ende eine halbe Einheit schmaler</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR_EXACT: for values with decimals</source>
        <translation>DICOM LINEAR_EXACT: für Werte mit Nachkommastellen</translation>
    </message>
    <message>
        <source>DICOM&apos;s SIGMOID: soft ends, nothing is cut off</source>
        <translation>DICOM SIGMOID: weiche Enden, nichts wird abgeschnitten</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − original</source>
        <translation>DIFFERENZ · verbessert − Original</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − pinned</source>
        <translation>DIFFERENZ · verbessert − angeheftet</translation>
    </message>
    <message>
        <source>DIFFERENT PATIENTS</source>
        <translation>VERSCHIEDENE PATIENTEN</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark for reading rooms, light for bright ones. Images are on black in both.</source>
        <translation>Dunkel für Befundräume, hell für helle Räume. Bilder stehen in beiden auf Schwarz.</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Dunkler</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>Datenelemente</translation>
    </message>
    <message>
        <source>Data range</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <source>Data range {} ({}).</source>
        <translation>Wertebereich {} ({}).</translation>
    </message>
    <message>
        <source>Dates, moved by the same number of days</source>
        <translation>Daten, um dieselbe Zahl von Tagen verschoben</translation>
    </message>
    <message>
        <source>Delete all measurements on this slice</source>
        <translation>Alle Messungen auf dieser Schicht löschen</translation>
    </message>
    <message>
        <source>Delete measurement</source>
        <translation>Messung löschen</translation>
    </message>
    <message>
        <source>Delete recipe</source>
        <translation>Rezept löschen</translation>
    </message>
    <message>
        <source>Demo studies</source>
        <translation>Demostudien</translation>
    </message>
    <message>
        <source>Denoise (AI)</source>
        <translation>Rauschunterdrückung (KI)</translation>
    </message>
    <message>
        <source>Device identity</source>
        <translation>Gerätekennung</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Differences up to about this are smoothed.</source>
        <translation>Unterschiede bis etwa hierhin werden geglättet.</translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Do step {}, {}, earlier</source>
        <translation>Schritt {}, {}, früher ausführen</translation>
    </message>
    <message>
        <source>Do this step earlier</source>
        <translation>Diesen Schritt früher ausführen</translation>
    </message>
    <message>
        <source>Dose distributions are shown, but not enhanced.</source>
        <translation>Dosisverteilungen werden gezeigt, aber nicht verbessert.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Double-click does the same</source>
        <translation>Doppelklick bewirkt dasselbe</translation>
    </message>
    <message>
        <source>Doubles rows and columns and sharpens edges, by a trained network.</source>
        <translation>Verdoppelt Zeilen und Spalten und schärft Kanten, mit einem trainierten Netz.</translation>
    </message>
    <message>
        <source>Drag a line along each end plate</source>
        <translation>Entlang jeder Endplatte eine Linie ziehen</translation>
    </message>
    <message>
        <source>Drag a measurement</source>
        <translation>Messung ziehen</translation>
    </message>
    <message>
        <source>Drag a series from the list to here</source>
        <translation>Eine Serie aus der Liste hierher ziehen</translation>
    </message>
    <message>
        <source>Drag from corner to corner, or click both</source>
        <translation>Von Ecke zu Ecke ziehen, oder beide anklicken</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>Von Ende zu Ende ziehen, oder beide anklicken</translation>
    </message>
    <message>
        <source>Drag from what is meant to the words</source>
        <translation>Vom Gemeinten zu den Worten ziehen</translation>
    </message>
    <message>
        <source>Drag one leg to the vertex, then click the other&apos;s end</source>
        <translation>Einen Schenkel zum Scheitel ziehen, dann das Ende des anderen anklicken</translation>
    </message>
    <message>
        <source>Drag the line</source>
        <translation>Die Linie ziehen</translation>
    </message>
    <message>
        <source>Drag the orange line</source>
        <translation>Orange Linie ziehen</translation>
    </message>
    <message>
        <source>Drag up is brighter</source>
        <translation>Nach oben ziehen heißt heller</translation>
    </message>
    <message>
        <source>Dragging up</source>
        <translation>Nach oben ziehen</translation>
    </message>
    <message>
        <source>Draw a distance (D) to see the values along it, before and after.</source>
        <translation>Einen Abstand (D) zeichnen, um die Werte entlang zu sehen, vorher und nachher.</translation>
    </message>
    <message>
        <source>Draw a region first: an ellipse (E) or a rectangle (Shift+E).</source>
        <translation>Zuerst eine Region zeichnen: Ellipse (E) oder Rechteck (Umschalt+E).</translation>
    </message>
    <message>
        <source>Draw once</source>
        <translation>Einmal zeichnen</translation>
    </message>
    <message>
        <source>Draw once, then window/level again</source>
        <translation>Einmal zeichnen, dann wieder Fensterung</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive here</source>
        <translation>Dateien, Ordner oder ein ZIP-Archiv hier ablegen</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive on the window to open a study.</source>
        <translation>Dateien, Ordner oder ein ZIP-Archiv auf dem Fenster ablegen, um eine Studie zu öffnen.</translation>
    </message>
    <message>
        <source>ENHANCED</source>
        <translation>VERBESSERT</translation>
    </message>
    <message>
        <source>ENHANCING …</source>
        <translation>WIRD VERBESSERT …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit this step</source>
        <translation>Diesen Schritt bearbeiten</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Enhance every slice now, so that scrolling shows results at once</source>
        <translation>Jetzt jede Schicht verbessern, damit das Blättern sofort Ergebnisse zeigt</translation>
    </message>
    <message>
        <source>Enhance is off, so the film shows the original alone.</source>
        <translation>Verbessern ist aus, daher zeigt der Film nur das Original.</translation>
    </message>
    <message>
        <source>Enhance many series</source>
        <translation>Viele Serien verbessern</translation>
    </message>
    <message>
        <source>Enhance many series…</source>
        <translation>Viele Serien verbessern…</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>Verbessert</translation>
    </message>
    <message>
        <source>Enhancement</source>
        <translation>Verbesserung</translation>
    </message>
    <message>
        <source>Enhancement is off. Switch it on to measure what it changes.</source>
        <translation>Die Verbesserung ist aus. Einschalten, um zu messen, was sie ändert.</translation>
    </message>
    <message>
        <source>Enhancing</source>
        <translation>Wird verbessert</translation>
    </message>
    <message>
        <source>Enhancing the series</source>
        <translation>Serie wird verbessert</translation>
    </message>
    <message>
        <source>Enhancing the volume</source>
        <translation>Volumen wird verbessert</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export 16-bit picture…</source>
        <translation>16-Bit-Bild exportieren…</translation>
    </message>
    <message>
        <source>Export anonymised</source>
        <translation>Anonymisiert exportieren</translation>
    </message>
    <message>
        <source>Export anonymised to folder</source>
        <translation>Anonymisiert in Ordner exportieren</translation>
    </message>
    <message>
        <source>Export anonymised…</source>
        <translation>Anonymisiert exportieren…</translation>
    </message>
    <message>
        <source>Export as pictures…</source>
        <translation>Als Bilder exportieren…</translation>
    </message>
    <message>
        <source>Export enhanced series to folder</source>
        <translation>Verbesserte Serie in Ordner exportieren</translation>
    </message>
    <message>
        <source>Export enhanced series…</source>
        <translation>Verbesserte Serie exportieren…</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Film exportieren</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>Film exportieren…</translation>
    </message>
    <message>
        <source>Export key images</source>
        <translation>Schlüsselbilder exportieren</translation>
    </message>
    <message>
        <source>Export key images…</source>
        <translation>Schlüsselbilder exportieren…</translation>
    </message>
    <message>
        <source>Export page</source>
        <translation>Seite exportieren</translation>
    </message>
    <message>
        <source>Export page as PDF…</source>
        <translation>Seite als PDF exportieren…</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Export picture with patient…</source>
        <translation>Bild mit Patient exportieren…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>Bild exportieren…</translation>
    </message>
    <message>
        <source>Export recipe</source>
        <translation>Rezept exportieren</translation>
    </message>
    <message>
        <source>Export recipe…</source>
        <translation>Rezept exportieren…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>Serie exportieren…</translation>
    </message>
    <message>
        <source>Exporting anonymised</source>
        <translation>Anonymisierter Export läuft</translation>
    </message>
    <message>
        <source>Exporting key images</source>
        <translation>Schlüsselbilder werden exportiert</translation>
    </message>
    <message>
        <source>Exporting the enhanced series</source>
        <translation>Verbesserte Serie wird exportiert</translation>
    </message>
    <message>
        <source>Exporting the film</source>
        <translation>Film wird exportiert</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File {}</source>
        <translation>Datei {}</translation>
    </message>
    <message>
        <source>Files that could not be opened</source>
        <translation>Dateien, die nicht geöffnet werden konnten</translation>
    </message>
    <message>
        <source>Films are written as .mp4 or .gif; choose a name that ends so.</source>
        <translation>Filme werden als .mp4 oder .gif geschrieben; einen Namen mit dieser Endung wählen.</translation>
    </message>
    <message>
        <source>Filter by modality</source>
        <translation>Nach Modalität filtern</translation>
    </message>
    <message>
        <source>Filter by words or number</source>
        <translation>Nach Wörtern oder Nummer filtern</translation>
    </message>
    <message>
        <source>Filter series</source>
        <translation>Serien filtern</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>Serie suchen</translation>
    </message>
    <message>
        <source>Finished: {done} of {count} series are in {folder}.</source>
        <translation>Fertig: {done} von {count} Serien liegen in {folder}.</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Erste Schicht</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Flattens areas between edges; too much looks painted.</source>
        <translation>Glättet Flächen zwischen Kanten; zu viel wirkt gemalt.</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Wechselbild</translation>
    </message>
    <message>
        <source>Found {}</source>
        <translation>{} gefunden</translation>
    </message>
    <message>
        <source>Four cells</source>
        <translation>Vier Zellen</translation>
    </message>
    <message>
        <source>Four times as fast</source>
        <translation>Viermal so schnell</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Freihandregion</translation>
    </message>
    <message>
        <source>From a region</source>
        <translation>Aus einer Region</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Aus der Datei</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Ganzer Bereich</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>GPU add-on</source>
        <translation>GPU-Zusatz</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Gives every grey level the same share of the picture.</source>
        <translation>Gibt jeder Graustufe den gleichen Anteil am Bild.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go round it with the button down</source>
        <translation>Bei gedrückter Taste umfahren</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>HU start at an arbitrary zero: read SNR only as before against after.</source>
        <translation>HU beginnen bei einem willkürlichen Nullpunkt: SNR nur als vorher gegen nachher lesen.</translation>
    </message>
    <message>
        <source>Harder</source>
        <translation>Härter</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Histogram equalization</source>
        <translation>Histogrammausgleich</translation>
    </message>
    <message>
        <source>Histogram of the slice with the window</source>
        <translation>Histogramm der Schicht mit dem Fenster</translation>
    </message>
    <message>
        <source>Hold Space</source>
        <translation>Leertaste halten</translation>
    </message>
    <message>
        <source>Hold Space for a glance</source>
        <translation>Leertaste halten für einen Blick</translation>
    </message>
    <message>
        <source>How much noise is added</source>
        <translation>Wie viel Rauschen hinzugefügt wird</translation>
    </message>
    <message>
        <source>How much noise the network is told there is, relative to what was measured.</source>
        <translation>Wie viel Rauschen dem Netz gemeldet wird, bezogen auf das gemessene.</translation>
    </message>
    <message>
        <source>How much of the difference is added.</source>
        <translation>Wie viel vom Unterschied addiert wird.</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; moving it computes nothing anew.</source>
        <translation>Wie viel vom Ergebnis der Methode in die Schicht gemischt wird; das Verschieben rechnet nichts neu.</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; the steps after this one run again.</source>
        <translation>Wie viel vom Ergebnis der Methode in die Schicht gemischt wird; die folgenden Schritte laufen erneut.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Import recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>Import recipe…</source>
        <translation>Rezept importieren…</translation>
    </message>
    <message>
        <source>In CT {}, {:g} / {:g}</source>
        <translation>In der CT {}, {:g} / {:g}</translation>
    </message>
    <message>
        <source>Institution identity</source>
        <translation>Kennung der Einrichtung</translation>
    </message>
    <message>
        <source>Interface scale</source>
        <translation>Größe der Oberfläche</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>It is not a medical device, and nobody has approved it as one. Enhancing can hide findings or make up structures that are not there, however good the image looks. Look at the original beside it, and do not base a diagnosis or a treatment on an enhanced image.

Your originals are never changed, and nothing leaves this computer unless you export it.</source>
        <translation>Es ist kein Medizinprodukt und ist von niemandem als solches zugelassen. Verbessern kann Befunde verdecken oder Strukturen vortäuschen, die es nicht gibt, so gut das Bild auch aussieht. Sehen Sie das Original daneben an, und stützen Sie weder Diagnose noch Behandlung auf ein verbessertes Bild.

Ihre Originale werden nie verändert, und nichts verlässt diesen Rechner, solange Sie es nicht exportieren.</translation>
    </message>
    <message>
        <source>It takes the place of the recipe that has this name.</source>
        <translation>Es ersetzt das gleichnamige Rezept.</translation>
    </message>
    <message>
        <source>It took {:.2f} s.</source>
        <translation>Es dauerte {:.2f} s.</translation>
    </message>
    <message>
        <source>KEY {}</source>
        <translation>SCHLÜSSELBILD {}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Keeps the series that are finished</source>
        <translation>Behält die fertigen Serien</translation>
    </message>
    <message>
        <source>Keeps units: values mean the same as before.</source>
        <translation>Erhält Einheiten: Werte bedeuten dasselbe wie zuvor.</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Schlüsselbild</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Key images exported as pictures: {}.</source>
        <translation>Als Bilder exportierte Schlüsselbilder: {}.</translation>
    </message>
    <message>
        <source>Key images…</source>
        <translation>Schlüsselbilder…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>Keys, layouts and recent studies stay as they are</source>
        <translation>Tasten, Layouts und zuletzt geöffnete Studien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>LOSSY</source>
        <translation>VERLUSTBEHAFTET</translation>
    </message>
    <message>
        <source>LOSSY {}</source>
        <translation>VERLUSTBEHAFTET {}</translation>
    </message>
    <message>
        <source>Labels and “not for diagnostic use” are part of every picture.</source>
        <translation>Beschriftungen und „nicht für diagnostische Zwecke“ gehören zu jedem Bild.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Largest local gain in contrast; 1 changes nothing.</source>
        <translation>Größte lokale Kontrastverstärkung; 1 ändert nichts.</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Links ziehen</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Linear, exact</source>
        <translation>Linear, exakt</translation>
    </message>
    <message>
        <source>Linked:</source>
        <translation>Gekoppelt:</translation>
    </message>
    <message>
        <source>Linked: {}</source>
        <translation>Gekoppelt: {}</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Leber</translation>
    </message>
    <message>
        <source>Log, without patient data</source>
        <translation>Protokoll, ohne Patientendaten</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>Looking for the images…</source>
        <translation>Die Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MIRRORED</source>
        <translation>GESPIEGELT</translation>
    </message>
    <message>
        <source>MIRRORED, TURNED {}°</source>
        <translation>GESPIEGELT, {}° GEDREHT</translation>
    </message>
    <message>
        <source>MP4 (H.264), for video players and slides</source>
        <translation>MP4 (H.264), für Videoplayer und Folien</translation>
    </message>
    <message>
        <source>MP4 film (*.mp4)</source>
        <translation>MP4-Film (*.mp4)</translation>
    </message>
    <message>
        <source>MP4 needs the package PyAV, which is not installed: pip install av; or choose a .gif.</source>
        <translation>MP4 braucht das Paket PyAV, das nicht installiert ist: pip install av; oder ein .gif wählen.</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Vergrößerungsglas</translation>
    </message>
    <message>
        <source>Makes CT, MR and X-ray images clearer, and proves it.</source>
        <translation>Macht CT-, MR- und Röntgenbilder klarer, und belegt es.</translation>
    </message>
    <message>
        <source>Maps of floating-point values are shown, but not enhanced.</source>
        <translation>Karten von Gleitkommawerten werden gezeigt, aber nicht verbessert.</translation>
    </message>
    <message>
        <source>Marks this slice with a star</source>
        <translation>Markiert diese Schicht mit einem Stern</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Maximise cell</source>
        <translation>Zelle maximieren</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Measurements on planes of a volume: {}. The planes (Ctrl+5) show them.</source>
        <translation>Messungen auf Ebenen eines Volumens: {}. Die Ebenen (Ctrl+5) zeigen sie.</translation>
    </message>
    <message>
        <source>Measuring tools</source>
        <translation>Messwerkzeuge</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Wird gemessen…</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastinum</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Method of step {}</source>
        <translation>Methode von Schritt {}</translation>
    </message>
    <message>
        <source>Method, strength and settings of all steps are kept.</source>
        <translation>Methode, Stärke und Einstellungen aller Schritte werden gespeichert.</translation>
    </message>
    <message>
        <source>Method: {names}</source>
        <translation>Methode: {names}</translation>
    </message>
    <message>
        <source>Methods done</source>
        <translation>Erledigte Methoden</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>Middle slice</source>
        <translation>Mittlere Schicht</translation>
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
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model card: {}</source>
        <translation>Modellkarte: {}</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Move it, by a handle reshape it; by its inside the image is windowed</source>
        <translation>Verschieben, an einem Griff verformen; in ihrem Inneren wird das Bild gefenstert</translation>
    </message>
    <message>
        <source>Move the split</source>
        <translation>Die Teilung verschieben</translation>
    </message>
    <message>
        <source>Moves the window to the other monitor, full screen if it was</source>
        <translation>Verschiebt das Fenster auf den anderen Monitor, als Vollbild, wenn es das war</translation>
    </message>
    <message>
        <source>NOT FOR DIAGNOSTIC USE</source>
        <translation>NICHT FÜR DIAGNOSTISCHE ZWECKE</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the network; &quot;auto&quot; takes the one for the modality.</source>
        <translation>Name des Netzes; „auto“ nimmt das der Modalität.</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Name des Rezepts</translation>
    </message>
    <message>
        <source>Name, for example “Low-dose chest”</source>
        <translation>Name, zum Beispiel „Low-Dose-Thorax“</translation>
    </message>
    <message>
        <source>Needs the Python package “av”, which is not installed</source>
        <translation>Braucht das Python-Paket „av“, das nicht installiert ist</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>Netze laufen auf</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Nächste Zelle</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Nächstes Schlüsselbild</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Nächste Serie</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>No DICOM images were found there; drop DICOM files, their folder, or a ZIP archive of them.</source>
        <translation>Dort wurden keine DICOM-Bilder gefunden; DICOM-Dateien, ihren Ordner oder ein ZIP-Archiv davon ablegen.</translation>
    </message>
    <message>
        <source>No grey-scale slice is shown.</source>
        <translation>Es wird keine Graustufenschicht gezeigt.</translation>
    </message>
    <message>
        <source>No images were found.</source>
        <translation>Es wurden keine Bilder gefunden.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>No model is installed: put one under assets/models, or choose another method.</source>
        <translation>Es ist kein Modell installiert: eines unter assets/models ablegen oder eine andere Methode wählen.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>No other series of this modality</source>
        <translation>Keine andere Serie dieser Modalität</translation>
    </message>
    <message>
        <source>No other study of this patient is open; open it too, then compare.</source>
        <translation>Keine andere Studie dieses Patienten ist offen; sie auch öffnen, dann vergleichen.</translation>
    </message>
    <message>
        <source>No pixel&apos;s centre lies in this region.</source>
        <translation>In dieser Region liegt kein Pixelmittelpunkt.</translation>
    </message>
    <message>
        <source>No series fits the filter.</source>
        <translation>Keine Serie passt zum Filter.</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Kein Text</translation>
    </message>
    <message>
        <source>Noise SD ({})</source>
        <translation>Rausch-SD ({})</translation>
    </message>
    <message>
        <source>Noise factor</source>
        <translation>Rauschfaktor</translation>
    </message>
    <message>
        <source>Noise is added to this slice, every method treats it at full strength and with its default parameters, and the original slice is the judge.</source>
        <translation>Dieser Schicht wird Rauschen hinzugefügt, jede Methode behandelt sie mit voller Stärke und ihren Standardwerten, und die Originalschicht ist der Maßstab.</translation>
    </message>
    <message>
        <source>Noise of this slice</source>
        <translation>Rauschen dieser Schicht</translation>
    </message>
    <message>
        <source>Noise that is assumed.</source>
        <translation>Angenommenes Rauschen.</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>Non-local Means</translation>
    </message>
    <message>
        <source>None kept yet</source>
        <translation>Noch keines gespeichert</translation>
    </message>
    <message>
        <source>None of the key images can be written as a picture; colour images cannot.</source>
        <translation>Keines der Schlüsselbilder kann als Bild geschrieben werden; Farbbilder können es nicht.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not remembered</source>
        <translation>Nicht gemerkt</translation>
    </message>
    <message>
        <source>Nothing is measured on what is open.</source>
        <translation>Auf dem, was offen ist, wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>Nothing is measured yet: D draws a distance, A an angle, E an ellipse, Shift+E a rectangle.</source>
        <translation>Noch nichts gemessen: D zeichnet einen Abstand, A einen Winkel, E eine Ellipse, Umschalt+E ein Rechteck.</translation>
    </message>
    <message>
        <source>Nothing was done to the images, so there is nothing to export; choose a method first.</source>
        <translation>An den Bildern wurde nichts getan, daher gibt es nichts zu exportieren; zuerst eine Methode wählen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>ORIGINAL</source>
        <translation>ORIGINAL</translation>
    </message>
    <message>
        <source>Of menus, panels and messages, from the next start on. What the files say stays as it is.</source>
        <translation>Von Menüs, Bereichen und Meldungen, ab dem nächsten Start. Was in den Dateien steht, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>One after another; goes on after a crash</source>
        <translation>Nacheinander; geht nach einem Absturz weiter</translation>
    </message>
    <message>
        <source>One after the other, in the same place</source>
        <translation>Nacheinander, an derselben Stelle</translation>
    </message>
    <message>
        <source>One cell</source>
        <translation>Eine Zelle</translation>
    </message>
    <message>
        <source>One cell alone, or images without panels</source>
        <translation>Eine Zelle allein, oder Bilder ohne Bereiche</translation>
    </message>
    <message>
        <source>One task is still running; wait for it, or cancel it first.</source>
        <translation>Eine Aufgabe läuft noch; warten oder sie zuerst abbrechen.</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>Eine Ansicht</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; a path may hold a patient&apos;s name.</source>
        <translation>Nur Pfade werden gespeichert, auf diesem Rechner; ein Pfad kann einen Patientennamen enthalten.</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; turning it off forgets them.</source>
        <translation>Nur Pfade werden gespeichert, auf diesem Rechner; Ausschalten vergisst sie.</translation>
    </message>
    <message>
        <source>Only some frames of a multi-frame image were given, and this kind can be exported only whole.</source>
        <translation>Nur einige Frames eines Multiframe-Bildes wurden angegeben, und diese Art ist nur ganz exportierbar.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open DICOM files or ZIP archives</source>
        <translation>DICOM-Dateien oder ZIP-Archive öffnen</translation>
    </message>
    <message>
        <source>Open a CT, MR or X-ray slice to simulate a lower dose.</source>
        <translation>Eine CT-, MR- oder Röntgenschicht öffnen, um eine niedrigere Dosis zu simulieren.</translation>
    </message>
    <message>
        <source>Open a folder of DICOM files</source>
        <translation>Ordner mit DICOM-Dateien öffnen</translation>
    </message>
    <message>
        <source>Open a grey-scale slice to measure it.</source>
        <translation>Eine Graustufenschicht öffnen, um sie zu messen.</translation>
    </message>
    <message>
        <source>Open a study first.</source>
        <translation>Zuerst eine Studie öffnen.</translation>
    </message>
    <message>
        <source>Open a study to enhance it.</source>
        <translation>Eine Studie öffnen, um sie zu verbessern.</translation>
    </message>
    <message>
        <source>Open a study to set its window.</source>
        <translation>Eine Studie öffnen, um ihr Fenster einzustellen.</translation>
    </message>
    <message>
        <source>Open demo studies</source>
        <translation>Demo-Studien öffnen</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open studies with images that can be enhanced.</source>
        <translation>Studien mit Bildern öffnen, die verbessert werden können.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Original (change, not quality)</source>
        <translation>Original (Änderung, nicht Qualität)</translation>
    </message>
    <message>
        <source>Original and enhanced on a page, without patient</source>
        <translation>Original und verbessert auf einer Seite, ohne Patient</translation>
    </message>
    <message>
        <source>Original beside enhanced</source>
        <translation>Original neben verbessert</translation>
    </message>
    <message>
        <source>Original beside enhanced, every pixel</source>
        <translation>Original neben verbessert, jedes Pixel</translation>
    </message>
    <message>
        <source>Original everywhere while held</source>
        <translation>Überall das Original, solange gehalten</translation>
    </message>
    <message>
        <source>Originals are never changed</source>
        <translation>Originale werden nie verändert</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>PINNED · {}</source>
        <translation>ANGEHEFTET · {}</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>PNG pictures, original beside enhanced, without patient</source>
        <translation>PNG-Bilder, Original neben verbessert, ohne Patient</translation>
    </message>
    <message>
        <source>PRIOR {}</source>
        <translation>VORAUFNAHME {}</translation>
    </message>
    <message>
        <source>PROCESSED</source>
        <translation>BEARBEITET</translation>
    </message>
    <message>
        <source>PSNR (dB)</source>
        <translation>PSNR (dB)</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Patches that differ by about this are averaged.</source>
        <translation>Ausschnitte, die sich etwa so stark unterscheiden, werden gemittelt.</translation>
    </message>
    <message>
        <source>Patient characteristics: sex, age, size, weight</source>
        <translation>Patientenmerkmale: Geschlecht, Alter, Größe, Gewicht</translation>
    </message>
    <message>
        <source>Patient hidden</source>
        <translation>Patient verborgen</translation>
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
        <translation>Pausiert; {} übersprungen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures are written as .png or .tiff; choose a name that ends so.</source>
        <translation>Bilder werden als .png oder .tiff geschrieben; einen Namen mit dieser Endung wählen.</translation>
    </message>
    <message>
        <source>Pictures of different size cannot be put side by side.</source>
        <translation>Bilder verschiedener Größe können nicht nebeneinander gestellt werden.</translation>
    </message>
    <message>
        <source>Pin this result</source>
        <translation>Dieses Ergebnis anheften</translation>
    </message>
    <message>
        <source>Pin this result to compare with</source>
        <translation>Dieses Ergebnis zum Vergleich anheften</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Pixels are not searched: look for names and faces in the images before you give them away.</source>
        <translation>Pixel werden nicht durchsucht: vor der Weitergabe in den Bildern nach Namen und Gesichtern sehen.</translation>
    </message>
    <message>
        <source>Pixels {rows} × {columns} mm</source>
        <translation>Pixel {rows} × {columns} mm</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Planes are cut from a volume and lie in no file; close them to see one.</source>
        <translation>Ebenen sind aus einem Volumen geschnitten und liegen in keiner Datei; sie schließen, um eine zu sehen.</translation>
    </message>
    <message>
        <source>Planes are cut through grey-scale slices only; this series has none.</source>
        <translation>Ebenen werden nur durch Graustufenschichten geschnitten; diese Serie hat keine.</translation>
    </message>
    <message>
        <source>Planes: axial, coronal, sagittal</source>
        <translation>Ebenen: axial, koronal, sagittal</translation>
    </message>
    <message>
        <source>Play (C)</source>
        <translation>Abspielen (C)</translation>
    </message>
    <message>
        <source>Plays the slices at the file&apos;s rate, or 15 a second</source>
        <translation>Spielt die Schichten mit der Rate der Datei ab, sonst 15 pro Sekunde</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>Polylinie</translation>
    </message>
    <message>
        <source>Portable</source>
        <translation>Portabel</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Press K on a slice to mark it. Marks last while the study is open; saved as DICOM they come back when the file is opened with the study.</source>
        <translation>K auf einer Schicht markiert sie. Markierungen halten, solange die Studie offen ist; als DICOM gespeichert kommen sie wieder, wenn die Datei mit der Studie geöffnet wird.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Taste drücken</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>Vorige Zelle</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>Voriges Schlüsselbild</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Vorige Serie</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>Print with patient…</source>
        <translation>Mit Patient drucken…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Profile along a line</source>
        <translation>Profil entlang einer Linie</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>REFORMATTED · {view} · {count} LAYERS</source>
        <translation>REFORMATIERT · {view} · {count} LAGEN</translation>
    </message>
    <message>
        <source>REFORMATTED · {}</source>
        <translation>REFORMATIERT · {}</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangliste</translation>
    </message>
    <message>
        <source>Reading the volume</source>
        <translation>Volumen wird gelesen</translation>
    </message>
    <message>
        <source>Reading {}: {} of {} files</source>
        <translation>{} wird gelesen: {} von {} Dateien</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>{} wird gelesen…</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Reading: {} of {} files</source>
        <translation>Wird gelesen: {} von {} Dateien</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Rezepte</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>Rezepte (*.toml)</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reduce artifacts (AI)</source>
        <translation>Artefakte mindern (KI)</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Referenzlinien</translation>
    </message>
    <message>
        <source>Reference: the chosen series; higher PSNR and SSIM mean closer to it.</source>
        <translation>Referenz: die gewählte Serie; höhere PSNR und SSIM bedeuten näher daran.</translation>
    </message>
    <message>
        <source>Reference: the original slice, so the numbers say how much changed, not how good it is.</source>
        <translation>Referenz: die Originalschicht; die Zahlen sagen also, wie viel sich geändert hat, nicht wie gut es ist.</translation>
    </message>
    <message>
        <source>Reference: the original slice. Data range {} ({}). Noise added: SD {:g} {}.</source>
        <translation>Referenz: die Originalschicht. Wertebereich {} ({}). Hinzugefügtes Rauschen: SD {:g} {}.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Regions along the shorter side; more act more locally.</source>
        <translation>Regionen entlang der kürzeren Seite; mehr wirken lokaler.</translation>
    </message>
    <message>
        <source>Regions on this slice</source>
        <translation>Regionen auf dieser Schicht</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Remember recent studies</source>
        <translation>Zuletzt geöffnete Studien merken</translation>
    </message>
    <message>
        <source>Remove MR noise floor</source>
        <translation>MR-Rauschsockel entfernen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove step {}, {}</source>
        <translation>Schritt {}, {} entfernen</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Diesen Schritt entfernen</translation>
    </message>
    <message>
        <source>Removes noise and keeps edges, by a trained network.</source>
        <translation>Entfernt Rauschen und erhält Kanten, mit einem trainierten Netz.</translation>
    </message>
    <message>
        <source>Removes specks and keeps edges.</source>
        <translation>Entfernt Sprenkel und erhält Kanten.</translation>
    </message>
    <message>
        <source>Removes what was written of series that are not whole</source>
        <translation>Entfernt, was von unvollständigen Serien geschrieben wurde</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Auf Standard zurücksetzen</translation>
    </message>
    <message>
        <source>Reset {}</source>
        <translation>{} zurücksetzen</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>Run all methods</source>
        <translation>Alle Methoden ausführen</translation>
    </message>
    <message>
        <source>Run from source: every library keeps its licence where pip has installed it.</source>
        <translation>Aus dem Quelltext gestartet: Die Lizenz jeder Bibliothek liegt dort, wo pip sie installiert hat.</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>SD {} (original; not enhanced)</source>
        <translation>SD {} (Original; nicht verbessert)</translation>
    </message>
    <message>
        <source>SD {} → {}; the method changes units, so the two do not compare.</source>
        <translation>SD {} → {}; die Methode ändert Einheiten, daher sind beide nicht vergleichbar.</translation>
    </message>
    <message>
        <source>SNR</source>
        <translation>SNR</translation>
    </message>
    <message>
        <source>Safe private elements, such as diffusion weighting</source>
        <translation>Sichere private Elemente, etwa Diffusionswichtung</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as DICOM…</source>
        <translation>Als DICOM speichern…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save key images to folder</source>
        <translation>Schlüsselbilder in Ordner speichern</translation>
    </message>
    <message>
        <source>Save key images…</source>
        <translation>Schlüsselbilder speichern…</translation>
    </message>
    <message>
        <source>Save measurements as table</source>
        <translation>Messungen als Tabelle speichern</translation>
    </message>
    <message>
        <source>Save measurements as table…</source>
        <translation>Messungen als Tabelle speichern…</translation>
    </message>
    <message>
        <source>Save measurements to folder</source>
        <translation>Messungen in Ordner speichern</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>Messungen speichern…</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Save recipe as…</source>
        <translation>Rezept speichern unter…</translation>
    </message>
    <message>
        <source>Save the enhanced slices as a new DICOM series; the original stays untouched</source>
        <translation>Die verbesserten Schichten als neue DICOM-Serie speichern; das Original bleibt unverändert</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Saving key images</source>
        <translation>Schlüsselbilder werden gespeichert</translation>
    </message>
    <message>
        <source>Saving measurements</source>
        <translation>Messungen werden gespeichert</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Wird durchsucht</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Scores over different ranges of values cannot be averaged.</source>
        <translation>Bewertungen über verschiedene Wertebereiche können nicht gemittelt werden.</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Blättern</translation>
    </message>
    <message>
        <source>Scroll the slices of the view under the pointer</source>
        <translation>Durch die Schichten der Ansicht unter dem Zeiger blättern</translation>
    </message>
    <message>
        <source>Search action or key</source>
        <translation>Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Search data elements</source>
        <translation>Datenelemente suchen</translation>
    </message>
    <message>
        <source>Search number, name or value</source>
        <translation>Nummer, Name oder Wert suchen</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>Zweite Ansicht</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Series of the batch</source>
        <translation>Serien des Stapels</translation>
    </message>
    <message>
        <source>Series to compare with</source>
        <translation>Vergleichsserie</translation>
    </message>
    <message>
        <source>Series without description</source>
        <translation>Serie ohne Beschreibung</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Several images lie at each place, so they make no single volume that planes could be cut from.</source>
        <translation>An jedem Ort liegen mehrere Bilder; sie bilden also kein einzelnes Volumen, durch das Ebenen gehen könnten.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Shape of the window</source>
        <translation>Form des Fensters</translation>
    </message>
    <message>
        <source>Share of a blend, split line, pace of flicker, size of the lens</source>
        <translation>Anteil der Überblendung, Teilungslinie, Takt des Wechselbilds, Größe der Lupe</translation>
    </message>
    <message>
        <source>Share of pixels that stay below white.</source>
        <translation>Anteil der Pixel, die unter Weiß bleiben.</translation>
    </message>
    <message>
        <source>Share of pixels that turn black.</source>
        <translation>Anteil der Pixel, die schwarz werden.</translation>
    </message>
    <message>
        <source>Sharpen ×2 (AI)</source>
        <translation>Schärfen ×2 (KI)</translation>
    </message>
    <message>
        <source>Sharpens edges, and noise with them.</source>
        <translation>Schärft Kanten, und mit ihnen das Rauschen.</translation>
    </message>
    <message>
        <source>Shift + left drag</source>
        <translation>Umschalt + links ziehen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show or hide panels</source>
        <translation>Bereiche ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Shown in the second view</source>
        <translation>In der zweiten Ansicht gezeigt</translation>
    </message>
    <message>
        <source>Shrinks fine structure that is no stronger than noise.</source>
        <translation>Dämpft feine Strukturen, die nicht stärker als Rauschen sind.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Simulated low dose</source>
        <translation>Simulierte Niedrigdosis</translation>
    </message>
    <message>
        <source>Single layer</source>
        <translation>Einzelne Lage</translation>
    </message>
    <message>
        <source>Size of text and buttons, from the next start on. Images keep their own zoom.</source>
        <translation>Größe von Text und Schaltflächen, ab dem nächsten Start. Bilder behalten ihren eigenen Zoom.</translation>
    </message>
    <message>
        <source>Size of the details that are raised.</source>
        <translation>Größe der Details, die angehoben werden.</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>Schichtblock</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Slice positions are missing; the images are in order of their numbers.</source>
        <translation>Schichtpositionen fehlen; die Bilder sind nach ihren Nummern geordnet.</translation>
    </message>
    <message>
        <source>Slice {number} of {count}</source>
        <translation>Schicht {number} von {count}</translation>
    </message>
    <message>
        <source>Slice {}</source>
        <translation>Schicht {}</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by number, as positions are not known.</source>
        <translation>Schicht {} von {} der gewählten Serie, nach Nummer zugeordnet, da Positionen nicht bekannt sind.</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by position, {:.1f} mm apart.</source>
        <translation>Schicht {} von {} der gewählten Serie, nach Position zugeordnet, {:.1f} mm entfernt.</translation>
    </message>
    <message>
        <source>Slice {}/{}</source>
        <translation>Schicht {}/{}</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Slices a second wanted</source>
        <translation>Gewünschte Schichten pro Sekunde</translation>
    </message>
    <message>
        <source>Slices are missing or their distance varies, so they make no volume that planes could be cut from.</source>
        <translation>Schichten fehlen oder ihr Abstand schwankt; sie bilden also kein Volumen, durch das Ebenen gehen könnten.</translation>
    </message>
    <message>
        <source>Smooths among pixels of like value; fast.</source>
        <translation>Glättet unter Pixeln ähnlichen Werts; schnell.</translation>
    </message>
    <message>
        <source>Smooths noise and fine detail alike.</source>
        <translation>Glättet Rauschen und feine Details gleichermaßen.</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Weicher</translation>
    </message>
    <message>
        <source>Something went wrong inside Clearslice; the log says what.</source>
        <translation>In Clearslice ist etwas schiefgegangen; das Protokoll sagt, was.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Split line</source>
        <translation>Teilungslinie</translation>
    </message>
    <message>
        <source>Split: left half original, right half enhanced</source>
        <translation>Geteilt: linke Hälfte Original, rechte Hälfte verbessert</translation>
    </message>
    <message>
        <source>Spreads the grey values in use over the whole range.</source>
        <translation>Spreizt die benutzten Grauwerte über den ganzen Bereich.</translation>
    </message>
    <message>
        <source>Standard deviation of the kernel.</source>
        <translation>Standardabweichung des Kerns.</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, estimated from quiet parts of the slice</source>
        <translation>Standardabweichung des Rauschens, geschätzt aus ruhigen Teilen der Schicht</translation>
    </message>
    <message>
        <source>Start Clearslice again for this to count everywhere.</source>
        <translation>Clearslice neu starten, damit dies überall gilt.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Steps, one after the other</source>
        <translation>Schritte, nacheinander</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Stop reading (Esc); what was found stays</source>
        <translation>Lesen anhalten (Esc); Gefundenes bleibt</translation>
    </message>
    <message>
        <source>Stopped; the methods above were done.</source>
        <translation>Angehalten; die Methoden oben sind fertig.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>Such text cannot be taken out: look at the images first</source>
        <translation>Solcher Text lässt sich nicht entfernen: die Bilder zuerst ansehen</translation>
    </message>
    <message>
        <source>Swaps black and white</source>
        <translation>Vertauscht Schwarz und Weiß</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Pendeln</translation>
    </message>
    <message>
        <source>TIFF picture (*.tiff *.tif)</source>
        <translation>TIFF-Bild (*.tiff *.tif)</translation>
    </message>
    <message>
        <source>TURNED {}°</source>
        <translation>{}° GEDREHT</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Take mark away</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Takes the Rician bias off dark areas; acts on MR only.</source>
        <translation>Nimmt dunklen Bereichen den Rice-Fehler; wirkt nur bei MR.</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Zehn Schichten zurück</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Zehn Schichten weiter</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text at the arrow or mark</source>
        <translation>Text am Pfeil oder an der Marke</translation>
    </message>
    <message>
        <source>Text cannot be drawn, because Pillow was built without FreeType; install it from PyPI.</source>
        <translation>Text kann nicht gezeichnet werden, da Pillow ohne FreeType gebaut wurde; es von PyPI installieren.</translation>
    </message>
    <message>
        <source>Text or drawings are stored in unused bits of these pixels and cannot be taken out; export the enhanced series instead, which does not carry them.</source>
        <translation>In unbenutzten Bits dieser Pixel stecken Text oder Zeichnungen, die nicht entfernt werden können; stattdessen die verbesserte Serie exportieren, die sie nicht enthält.</translation>
    </message>
    <message>
        <source>Text: all, without patient, none</source>
        <translation>Text: alles, ohne Patient, keiner</translation>
    </message>
    <message>
        <source>The CPU now runs the network, more slowly: {}.</source>
        <translation>Das Netz läuft jetzt auf der CPU, langsamer: {}.</translation>
    </message>
    <message>
        <source>The Modality LUT is damaged, so stored values are shown.</source>
        <translation>Die Modality LUT ist beschädigt, daher werden gespeicherte Werte gezeigt.</translation>
    </message>
    <message>
        <source>The ZIP archive is damaged; copy it again from where it came from.</source>
        <translation>Das ZIP-Archiv ist beschädigt; es noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>The ZIP archive is encrypted or packed in a way that cannot be read; unpack it first.</source>
        <translation>Das ZIP-Archiv ist verschlüsselt oder so gepackt, dass es nicht lesbar ist; es zuerst entpacken.</translation>
    </message>
    <message>
        <source>The ZIP archive unpacks to far more than images ever do, so it was not read.</source>
        <translation>Das ZIP-Archiv entpackt sich zu weit mehr, als Bilder je brauchen, daher wurde es nicht gelesen.</translation>
    </message>
    <message>
        <source>The action has this key already.</source>
        <translation>Die Aktion hat diese Taste schon.</translation>
    </message>
    <message>
        <source>The active cell once more, on the other monitor: original, enhanced or as here</source>
        <translation>Die aktive Zelle noch einmal, auf dem anderen Monitor: Original, verbessert oder wie hier</translation>
    </message>
    <message>
        <source>The chosen series has another matrix ({} instead of {}), so it cannot be compared.</source>
        <translation>Die gewählte Serie hat eine andere Matrix ({} statt {}) und kann nicht verglichen werden.</translation>
    </message>
    <message>
        <source>The chosen series has no slice at this place.</source>
        <translation>Die gewählte Serie hat an dieser Stelle keine Schicht.</translation>
    </message>
    <message>
        <source>The chosen series is in {} instead of {}, so it cannot be compared.</source>
        <translation>Die gewählte Serie ist in {} statt in {} und kann nicht verglichen werden.</translation>
    </message>
    <message>
        <source>The chosen series was cut in another direction, so it cannot be compared.</source>
        <translation>Die gewählte Serie wurde in anderer Richtung geschnitten und kann nicht verglichen werden.</translation>
    </message>
    <message>
        <source>The compressed image has another size than the file says, so it cannot be read.</source>
        <translation>Das komprimierte Bild hat eine andere Größe, als die Datei sagt, und kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The compressed image is damaged, so it cannot be read; copy the file again.</source>
        <translation>Das komprimierte Bild ist beschädigt und kann nicht gelesen werden; die Datei noch einmal kopieren.</translation>
    </message>
    <message>
        <source>The decoder for compressed images could not be started; free some memory and try again.</source>
        <translation>Der Decoder für komprimierte Bilder konnte nicht gestartet werden; Speicher freigeben und erneut versuchen.</translation>
    </message>
    <message>
        <source>The disk is full, so the export was not finished; free some space or choose another folder.</source>
        <translation>Die Festplatte ist voll, der Export wurde nicht beendet; Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The enhanced series</source>
        <translation>Die verbesserte Serie</translation>
    </message>
    <message>
        <source>The enhanced series was exported as 1 file to {folder}; the original is untouched.</source>
        <translation>Die verbesserte Serie wurde als 1 Datei nach {folder} exportiert; das Original ist unverändert.</translation>
    </message>
    <message>
        <source>The enhanced series was exported as {count} files to {folder}; the original is untouched.</source>
        <translation>Die verbesserte Serie wurde als {count} Dateien nach {folder} exportiert; das Original ist unverändert.</translation>
    </message>
    <message>
        <source>The export folder cannot be written to; choose another folder.</source>
        <translation>In den Exportordner kann nicht geschrieben werden; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The file could not be read from the disk; check the disk, or copy the file elsewhere.</source>
        <translation>Die Datei konnte nicht von der Platte gelesen werden; die Platte prüfen oder die Datei anderswohin kopieren.</translation>
    </message>
    <message>
        <source>The file has changed since it was opened; open the study again.</source>
        <translation>Die Datei wurde seit dem Öffnen geändert; die Studie erneut öffnen.</translation>
    </message>
    <message>
        <source>The file is damaged or was copied incompletely; copy it again from where it came from.</source>
        <translation>Die Datei ist beschädigt oder unvollständig kopiert; sie noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>The file is not there any more; check that its folder or disc is still connected.</source>
        <translation>Die Datei ist nicht mehr da; prüfen, ob Ordner oder Datenträger noch verbunden sind.</translation>
    </message>
    <message>
        <source>The file says one thing about its compression and does another, so it cannot be read.</source>
        <translation>Die Datei sagt über ihre Kompression das eine und tut das andere, daher ist sie nicht lesbar.</translation>
    </message>
    <message>
        <source>The file says that text is burned into these pixels, which may name the patient and cannot be taken out; allow burned-in text if you have looked at the images.</source>
        <translation>Die Datei sagt, dass in diese Pixel Text eingebrannt ist, der den Patienten nennen könnte und nicht entfernt werden kann; eingebrannten Text erlauben, wenn die Bilder angesehen wurden.</translation>
    </message>
    <message>
        <source>The file unpacks to more than 1 GB, so it was not read.</source>
        <translation>Die Datei entpackt sich zu mehr als 1 GB, daher wurde sie nicht gelesen.</translation>
    </message>
    <message>
        <source>The file&apos;s header is nested or repeated beyond any sense, so it was not read further.</source>
        <translation>Der Header der Datei ist sinnlos tief verschachtelt oder wiederholt, daher wurde nicht weitergelesen.</translation>
    </message>
    <message>
        <source>The file&apos;s header takes too long to read; it is damaged or not meant to be read.</source>
        <translation>Das Lesen des Headers dauert zu lange; die Datei ist beschädigt oder nicht zum Lesen gedacht.</translation>
    </message>
    <message>
        <source>The file&apos;s own lookup table is in force; any change here replaces it.</source>
        <translation>Es gilt die eigene Lookup-Tabelle der Datei; jede Änderung hier ersetzt sie.</translation>
    </message>
    <message>
        <source>The files do not say what kind of DICOM image they are (SOP Class UID), so none can be derived.</source>
        <translation>Die Dateien sagen nicht, welche Art DICOM-Bild sie sind (SOP Class UID), daher lässt sich keines ableiten.</translation>
    </message>
    <message>
        <source>The film was saved as {}.</source>
        <translation>Der Film wurde als {} gespeichert.</translation>
    </message>
    <message>
        <source>The folder of recipes cannot be made; check the permissions of your settings folder.</source>
        <translation>Der Ordner für Rezepte kann nicht angelegt werden; die Rechte des Einstellungsordners prüfen.</translation>
    </message>
    <message>
        <source>The frames of reference differ, so the patient may have moved in between.</source>
        <translation>Die Bezugssysteme unterscheiden sich; der Patient kann sich dazwischen bewegt haben.</translation>
    </message>
    <message>
        <source>The guide is written in English; keys are shown as they are called here.</source>
        <translation>Das Handbuch ist auf Englisch geschrieben; Tasten heißen darin wie hier.</translation>
    </message>
    <message>
        <source>The image is cut short: the file holds fewer pixels than it says; copy it again.</source>
        <translation>Das Bild ist abgeschnitten: Die Datei enthält weniger Pixel, als sie sagt; sie noch einmal kopieren.</translation>
    </message>
    <message>
        <source>The image says that it has no rows or columns, so there is nothing to show.</source>
        <translation>Das Bild hat laut Datei keine Zeilen oder Spalten, daher gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>The images of this series are not where they were; check that their folder or disc is connected.</source>
        <translation>Die Bilder dieser Serie sind nicht mehr, wo sie waren; prüfen, ob Ordner oder Datenträger verbunden sind.</translation>
    </message>
    <message>
        <source>The key images were saved as 1 DICOM file; opened with the study it marks them again.</source>
        <translation>Die Schlüsselbilder wurden als 1 DICOM-Datei gespeichert; mit der Studie geöffnet markiert sie sie wieder.</translation>
    </message>
    <message>
        <source>The key images were saved as {} DICOM files, one for each study.</source>
        <translation>Die Schlüsselbilder wurden als {} DICOM-Dateien gespeichert, eine je Studie.</translation>
    </message>
    <message>
        <source>The like of this series in an earlier study of the patient, beside it and linked</source>
        <translation>Die entsprechende Serie einer früheren Studie des Patienten, daneben und gekoppelt</translation>
    </message>
    <message>
        <source>The list of this batch&apos;s tasks is damaged, so it cannot go on; start it anew.</source>
        <translation>Die Aufgabenliste dieses Stapels ist beschädigt, er kann nicht weitergehen; neu starten.</translation>
    </message>
    <message>
        <source>The measurements were saved as {} files, one for each study.</source>
        <translation>Die Messungen wurden als {} Dateien gespeichert, eine je Studie.</translation>
    </message>
    <message>
        <source>The measurements were saved as {}.</source>
        <translation>Die Messungen wurden als {} gespeichert.</translation>
    </message>
    <message>
        <source>The method changes units, so the two do not compare.</source>
        <translation>Die Methode ändert Einheiten, daher sind beide nicht vergleichbar.</translation>
    </message>
    <message>
        <source>The method changes units: the numbers after it are not {} any more.</source>
        <translation>Die Methode ändert Einheiten: Die Zahlen danach sind nicht mehr {}.</translation>
    </message>
    <message>
        <source>The method gave pixels that are not numbers, so the image was not saved; try other parameters.</source>
        <translation>Die Methode ergab Pixel, die keine Zahlen sind, daher wurde das Bild nicht gespeichert; andere Parameter versuchen.</translation>
    </message>
    <message>
        <source>The model&apos;s specification is damaged; install the model file again.</source>
        <translation>Die Spezifikation des Modells ist beschädigt; die Modelldatei neu installieren.</translation>
    </message>
    <message>
        <source>The model&apos;s training record is damaged; install the model file again.</source>
        <translation>Der Trainingsnachweis des Modells ist beschädigt; die Modelldatei neu installieren.</translation>
    </message>
    <message>
        <source>The number of frames in this file makes no sense, so they cannot be found.</source>
        <translation>Die Zahl der Frames in dieser Datei ist unsinnig, daher sind sie nicht zu finden.</translation>
    </message>
    <message>
        <source>The originals, pixels unchanged</source>
        <translation>Die Originale, Pixel unverändert</translation>
    </message>
    <message>
        <source>The other study has no series of this modality and plane; drag any into a cell instead.</source>
        <translation>Die andere Studie hat keine Serie dieser Modalität und Ebene; stattdessen eine beliebige in eine Zelle ziehen.</translation>
    </message>
    <message>
        <source>The page was saved as {}.</source>
        <translation>Die Seite wurde als {} gespeichert.</translation>
    </message>
    <message>
        <source>The palette of this colour image is damaged, so it cannot be shown.</source>
        <translation>Die Palette dieses Farbbilds ist beschädigt, daher kann es nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The picture was saved as {}.</source>
        <translation>Das Bild wurde als {} gespeichert.</translation>
    </message>
    <message>
        <source>The pixel spacing makes no sense, so lengths cannot be measured.</source>
        <translation>Der Pixelabstand ist unsinnig, daher können Längen nicht gemessen werden.</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss ({}).</source>
        <translation>Die Pixel wurden verlustbehaftet komprimiert ({}).</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss.</source>
        <translation>Die Pixel wurden verlustbehaftet komprimiert.</translation>
    </message>
    <message>
        <source>The range of values to compare in is empty; choose a wider window.</source>
        <translation>Der Vergleichsbereich der Werte ist leer; ein breiteres Fenster wählen.</translation>
    </message>
    <message>
        <source>The recipe cannot be deleted; check the permissions of your settings folder.</source>
        <translation>Das Rezept kann nicht gelöscht werden; die Rechte des Einstellungsordners prüfen.</translation>
    </message>
    <message>
        <source>The recipe is kept as “{}”.</source>
        <translation>Das Rezept ist als „{}“ gespeichert.</translation>
    </message>
    <message>
        <source>The recipe was written to {}.</source>
        <translation>Das Rezept wurde nach {} geschrieben.</translation>
    </message>
    <message>
        <source>The recipe “{}” is deleted.</source>
        <translation>Das Rezept „{}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The record of how this image was made is incomplete, so it cannot be made again from it.</source>
        <translation>Der Nachweis, wie dieses Bild entstand, ist unvollständig; es lässt sich daraus nicht noch einmal erzeugen.</translation>
    </message>
    <message>
        <source>The region holds no pixel; draw it larger and inside the image.</source>
        <translation>Die Region enthält kein Pixel; sie größer und innerhalb des Bildes zeichnen.</translation>
    </message>
    <message>
        <source>The rescale values differ between slices; each is shown with its own.</source>
        <translation>Die Rescale-Werte unterscheiden sich zwischen Schichten; jede wird mit ihren eigenen gezeigt.</translation>
    </message>
    <message>
        <source>The rescale values make no sense, so stored values are shown without units.</source>
        <translation>Die Rescale-Werte sind unsinnig, daher werden gespeicherte Werte ohne Einheit gezeigt.</translation>
    </message>
    <message>
        <source>The selected one, or the last one on this slice</source>
        <translation>Die gewählte, oder die letzte auf dieser Schicht</translation>
    </message>
    <message>
        <source>The series as MP4 or animated GIF, before and after</source>
        <translation>Die Serie als MP4 oder animiertes GIF, vorher und nachher</translation>
    </message>
    <message>
        <source>The series shown</source>
        <translation>Die gezeigte Serie</translation>
    </message>
    <message>
        <source>The settings were damaged or from a newer version; Clearslice starts with its own.</source>
        <translation>Die Einstellungen waren beschädigt oder aus einer neueren Version; Clearslice startet mit seinen eigenen.</translation>
    </message>
    <message>
        <source>The slice orientation makes no sense and is not used.</source>
        <translation>Die Schichtorientierung ist unsinnig und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The slice position makes no sense and is not used.</source>
        <translation>Die Schichtposition ist unsinnig und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>The slices differ in size or kind, so they make no volume that planes could be cut from.</source>
        <translation>Die Schichten unterscheiden sich in Größe oder Art; sie bilden also kein Volumen, durch das Ebenen gehen könnten.</translation>
    </message>
    <message>
        <source>The slices do not say where they lie, so no planes can be cut through them.</source>
        <translation>Die Schichten sagen nicht, wo sie liegen, daher können keine Ebenen durch sie gelegt werden.</translation>
    </message>
    <message>
        <source>The slices lie at different angles or differ in pixel spacing, so they make no volume.</source>
        <translation>Die Schichten liegen in verschiedenen Winkeln oder haben verschiedene Pixelabstände; sie bilden kein Volumen.</translation>
    </message>
    <message>
        <source>The slices name no frame of reference, so a report cannot say where something was measured on planes cut from them; save the table as CSV instead.</source>
        <translation>Die Schichten nennen kein räumliches Bezugssystem; ein Bericht kann also nicht sagen, wo auf Ebenen daraus gemessen wurde. Stattdessen die Tabelle als CSV speichern.</translation>
    </message>
    <message>
        <source>The square is 2 × radius + 1 pixels wide.</source>
        <translation>Das Quadrat ist 2 × Radius + 1 Pixel breit.</translation>
    </message>
    <message>
        <source>The two series have no slices at the same place, so they cannot be compared.</source>
        <translation>Die beiden Serien haben keine Schichten am selben Ort und können nicht verglichen werden.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Then choose another method to compare with it (Shift+P)</source>
        <translation>Danach eine andere Methode zum Vergleich wählen (Umschalt+P)</translation>
    </message>
    <message>
        <source>Then choose another method; again: compare with the original</source>
        <translation>Danach eine andere Methode wählen; nochmals: mit dem Original vergleichen</translation>
    </message>
    <message>
        <source>There are no images in what was opened, only other DICOM objects.</source>
        <translation>Im Geöffneten sind keine Bilder, nur andere DICOM-Objekte.</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to export.</source>
        <translation>Es gibt kein Graustufenbild zu exportieren.</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to print.</source>
        <translation>Es gibt kein Graustufenbild zu drucken.</translation>
    </message>
    <message>
        <source>There is no grey-scale series to film.</source>
        <translation>Es gibt keine Graustufenserie zu filmen.</translation>
    </message>
    <message>
        <source>There is no image in this file.</source>
        <translation>In dieser Datei ist kein Bild.</translation>
    </message>
    <message>
        <source>There is no key image to export; press K on a slice to mark it.</source>
        <translation>Es gibt kein Schlüsselbild zu exportieren; K auf einer Schicht drücken, um sie zu markieren.</translation>
    </message>
    <message>
        <source>There is no key image to save; press K on a slice to mark it.</source>
        <translation>Es gibt kein Schlüsselbild zu speichern; K auf einer Schicht drücken, um sie zu markieren.</translation>
    </message>
    <message>
        <source>There is no other key image in this series; press K on a slice to mark it.</source>
        <translation>In dieser Serie gibt es kein weiteres Schlüsselbild; K auf einer Schicht drücken, um sie zu markieren.</translation>
    </message>
    <message>
        <source>There is no series here that can be enhanced.</source>
        <translation>Hier ist keine Serie, die verbessert werden kann.</translation>
    </message>
    <message>
        <source>Thickness of the slab</source>
        <translation>Dicke des Schichtblocks</translation>
    </message>
    <message>
        <source>This ZIP archive lies inside another one; unpack the outer one and open this one by itself.</source>
        <translation>Dieses ZIP-Archiv liegt in einem anderen; das äußere entpacken und dieses allein öffnen.</translation>
    </message>
    <message>
        <source>This batch is running already, in another window or on the command line.</source>
        <translation>Dieser Stapel läuft schon, in einem anderen Fenster oder auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>This file&apos;s VOI LUT function is unknown; its windows are shown as linear.</source>
        <translation>Die VOI-LUT-Funktion dieser Datei ist unbekannt; ihre Fenster werden linear gezeigt.</translation>
    </message>
    <message>
        <source>This image&apos;s Modality LUT has no inverse, so an enhanced copy cannot be stored in its units.</source>
        <translation>Die Modality LUT dieses Bildes ist nicht umkehrbar; eine verbesserte Kopie kann nicht in ihren Einheiten gespeichert werden.</translation>
    </message>
    <message>
        <source>This is a colour image; only grey-scale images can be enhanced.</source>
        <translation>Dies ist ein Farbbild; nur Graustufenbilder können verbessert werden.</translation>
    </message>
    <message>
        <source>This is a device or the like, not a file.</source>
        <translation>Dies ist ein Gerät oder Ähnliches, keine Datei.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>Dies ist keine DICOM-Datei.</translation>
    </message>
    <message>
        <source>This part of the ZIP archive is damaged; copy the archive again from where it came from.</source>
        <translation>Dieser Teil des ZIP-Archivs ist beschädigt; das Archiv noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>This series cannot be enhanced.</source>
        <translation>Diese Serie kann nicht verbessert werden.</translation>
    </message>
    <message>
        <source>This series holds no grey-scale images to film.</source>
        <translation>Diese Serie enthält keine Graustufenbilder für einen Film.</translation>
    </message>
    <message>
        <source>This series is not grey-scale, so it cannot be enhanced.</source>
        <translation>Diese Serie hat keine Graustufen und kann nicht verbessert werden.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the CPU.</source>
        <translation>Diese Schicht dauerte {:.2f} s auf der CPU.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the graphics card.</source>
        <translation>Diese Schicht dauerte {:.2f} s auf der Grafikkarte.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s.</source>
        <translation>Diese Schicht dauerte {:.2f} s.</translation>
    </message>
    <message>
        <source>This slice was not enhanced, so there is no change to measure.</source>
        <translation>Diese Schicht wurde nicht verbessert, daher gibt es keine Änderung zu messen.</translation>
    </message>
    <message>
        <source>This was measured on planes that no cell shows now: {}.</source>
        <translation>Das wurde auf Ebenen gemessen, die jetzt keine Zelle zeigt: {}.</translation>
    </message>
    <message>
        <source>Through all slices of the series, with a slab; again: back</source>
        <translation>Durch alle Schichten der Serie, mit Schichtblock; nochmals: zurück</translation>
    </message>
    <message>
        <source>To the next screen</source>
        <translation>Auf den nächsten Bildschirm</translation>
    </message>
    <message>
        <source>Tone range</source>
        <translation>Tonwertbereich</translation>
    </message>
    <message>
        <source>Tool; at first window/level: right is wider, up as in the preferences</source>
        <translation>Werkzeug; zunächst Fensterung: rechts ist breiter, oben wie in den Einstellungen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>Totalvariation</translation>
    </message>
    <message>
        <source>Turn Enhance on first; there is nothing to export yet.</source>
        <translation>Zuerst Verbessern einschalten; es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Turn Enhance on to see what an export would write; only the original is shown.</source>
        <translation>Verbessern einschalten, um zu sehen, was ein Export schriebe; nur das Original wird gezeigt.</translation>
    </message>
    <message>
        <source>Turn and mirror</source>
        <translation>Drehen und spiegeln</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn split line</source>
        <translation>Teilungslinie drehen</translation>
    </message>
    <message>
        <source>Two cells below each other</source>
        <translation>Zwei Zellen untereinander</translation>
    </message>
    <message>
        <source>Two cells beside each other</source>
        <translation>Zwei Zellen nebeneinander</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>UIDs, by which the originals can be found again</source>
        <translation>UIDs, über die die Originale wiedergefunden werden können</translation>
    </message>
    <message>
        <source>UPSIDE DOWN</source>
        <translation>AUF DEM KOPF</translation>
    </message>
    <message>
        <source>Under the pointer; Shift and wheel make it larger</source>
        <translation>Unter dem Zeiger; Umschalt und Mausrad vergrößern sie</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unsharp mask</source>
        <translation>Unscharf maskieren</translation>
    </message>
    <message>
        <source>Untreated</source>
        <translation>Unbehandelt</translation>
    </message>
    <message>
        <source>Use or keep a recipe under a name</source>
        <translation>Ein Rezept anwenden oder unter einem Namen behalten</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>VIEW ONLY</source>
        <translation>NUR ANSICHT</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Variation that is taken away.</source>
        <translation>Variation, die weggenommen wird.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>View {}</source>
        <translation>Ansicht {}</translation>
    </message>
    <message>
        <source>Wavelet</source>
        <translation>Wavelet</translation>
    </message>
    <message>
        <source>Way of playing</source>
        <translation>Abspielweise</translation>
    </message>
    <message>
        <source>Weakens streaks in CT, hardly anything else so far, by a trained network.</source>
        <translation>Schwächt Streifen im CT ab, bisher kaum anderes, mit einem trainierten Netz.</translation>
    </message>
    <message>
        <source>What PSNR and SSIM refer to; both images are clipped to it</source>
        <translation>Worauf sich PSNR und SSIM beziehen; beide Bilder werden darauf beschnitten</translation>
    </message>
    <message>
        <source>What a window/level drag upwards does to the image; to the right the window gets wider.</source>
        <translation>Was bei der Fensterung das Ziehen nach oben mit dem Bild macht; nach rechts wird das Fenster breiter.</translation>
    </message>
    <message>
        <source>What an export would write now, without writing it</source>
        <translation>Was ein Export jetzt schriebe, ohne es zu schreiben</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Where the active cell&apos;s slice cuts the others</source>
        <translation>Wo die Schicht der aktiven Zelle die anderen schneidet</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>Weißpunkt</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>Ganzer Wert</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Window center</source>
        <translation>Fensterzentrum</translation>
    </message>
    <message>
        <source>Window over the values in the selected region (Ctrl+0)</source>
        <translation>Fenster über die Werte der gewählten Region (Strg+0)</translation>
    </message>
    <message>
        <source>Window over the values in the selected region, or the last one on this slice</source>
        <translation>Fenster über die Werte der gewählten Region, oder der letzten auf dieser Schicht</translation>
    </message>
    <message>
        <source>Window over this slice&apos;s values without their extremes (key 0)</source>
        <translation>Fenster über die Werte dieser Schicht ohne ihre Extreme (Taste 0)</translation>
    </message>
    <message>
        <source>Window preset {}</source>
        <translation>Fenstervorgabe {}</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Fensterbreite</translation>
    </message>
    <message>
        <source>Window {width} / {center}</source>
        <translation>Fenster {width} / {center}</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>Fensterung</translation>
    </message>
    <message>
        <source>Without description</source>
        <translation>Ohne Beschreibung</translation>
    </message>
    <message>
        <source>Without patient</source>
        <translation>Ohne Patient</translation>
    </message>
    <message>
        <source>Write the patient&apos;s name and ID under the pictures</source>
        <translation>Name und ID des Patienten unter die Bilder schreiben</translation>
    </message>
    <message>
        <source>You have no permission to read this file; ask its owner for it.</source>
        <translation>Keine Berechtigung, diese Datei zu lesen; ihren Besitzer darum bitten.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom {:.0%}</source>
        <translation>Zoom {:.0%}</translation>
    </message>
    <message>
        <source>Zoom; a click opens the menu</source>
        <translation>Zoom; ein Klick öffnet das Menü</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>am Detektor</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>born {}</source>
        <translation>geb. {}</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>kalibriert</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>changes contrast on purpose, so PSNR and SSIM say little about it</source>
        <translation>ändert absichtlich den Kontrast, daher sagen PSNR und SSIM wenig darüber aus</translation>
    </message>
    <message>
        <source>changes units</source>
        <translation>ändert Einheiten</translation>
    </message>
    <message>
        <source>damaged: install it again</source>
        <translation>beschädigt: neu installieren</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>identisch</translation>
    </message>
    <message>
        <source>incomplete: install it again</source>
        <translation>unvollständig: neu installieren</translation>
    </message>
    <message>
        <source>install the GPU add-on</source>
        <translation>den GPU-Zusatz installieren</translation>
    </message>
    <message>
        <source>install the [cuda] extra</source>
        <translation>das Extra [cuda] installieren</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>its results differ from the CPU&apos;s</source>
        <translation>ihre Ergebnisse weichen von denen der CPU ab</translation>
    </message>
    <message>
        <source>made when it is exported</source>
        <translation>entsteht beim Export</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no NVIDIA GPU found</source>
        <translation>keine NVIDIA-GPU gefunden</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>kein NVIDIA-Treiber gefunden</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>kein Modell installiert</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>ohne Einheit</translation>
    </message>
    <message>
        <source>none; choose one first</source>
        <translation>keine; zuerst eine wählen</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>original {}</source>
        <translation>Original {}</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>außerhalb</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>strength {}</source>
        <translation>Stärke {}</translation>
    </message>
    <message>
        <source>the GPU could not be started: update the NVIDIA driver</source>
        <translation>die GPU konnte nicht gestartet werden: NVIDIA-Treiber aktualisieren</translation>
    </message>
    <message>
        <source>the GPU failed at its first run</source>
        <translation>die GPU versagte beim ersten Lauf</translation>
    </message>
    <message>
        <source>the GPU failed while it ran</source>
        <translation>die GPU versagte im Lauf</translation>
    </message>
    <message>
        <source>the NVIDIA driver does not answer</source>
        <translation>der NVIDIA-Treiber antwortet nicht</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime has no CUDA: install onnxruntime-gpu instead</source>
        <translation>die installierte ONNX Runtime hat kein CUDA: stattdessen onnxruntime-gpu installieren</translation>
    </message>
    <message>
        <source>the message is cut short</source>
        <translation>die Nachricht ist abgeschnitten</translation>
    </message>
    <message>
        <source>the message is damaged</source>
        <translation>die Nachricht ist beschädigt</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>unlesbar</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{added} added (+), {removed} removed (−), {changed} changed (≠). New UIDs and times are examples; an export makes its own.</source>
        <translation>{added} hinzugefügt (+), {removed} entfernt (−), {changed} geändert (≠). Neue UIDs und Zeiten sind Beispiele; ein Export erzeugt seine eigenen.</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} Elemente</translation>
    </message>
    <message>
        <source>{count} series were exported anonymised to {folder}; the originals are untouched.</source>
        <translation>{count} Serien wurden anonymisiert nach {folder} exportiert; die Originale sind unverändert.</translation>
    </message>
    <message>
        <source>{count} series were left out; the first one: {reason}</source>
        <translation>{count} Serien wurden ausgelassen; die erste: {reason}</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} von {count}</translation>
    </message>
    <message>
        <source>{done} of {count} slices</source>
        <translation>{done} von {count} Schichten</translation>
    </message>
    <message>
        <source>{key} cannot be given to an action: press another key.</source>
        <translation>{key} kann keiner Aktion gegeben werden: eine andere Taste drücken.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} ist frei.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”, which loses it if you set it here.</source>
        <translation>{key} ist die Taste von „{action}“, die sie verliert, wenn sie hier gesetzt wird.</translation>
    </message>
    <message>
        <source>{note} · Clearslice {version} · printed {when}</source>
        <translation>{note} · Clearslice {version} · gedruckt {when}</translation>
    </message>
    <message>
        <source>{plane} · {degrees}° OBLIQUE</source>
        <translation>{plane} · {degrees}° SCHRÄG</translation>
    </message>
    <message>
        <source>{plane} · {projection} {thickness} mm</source>
        <translation>{plane} · {projection} {thickness} mm</translation>
    </message>
    <message>
        <source>{} % enhanced</source>
        <translation>{} % verbessert</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} und {} weitere</translation>
    </message>
    <message>
        <source>{} at detector</source>
        <translation>{} am Detektor</translation>
    </message>
    <message>
        <source>{} calibrated</source>
        <translation>{} kalibriert</translation>
    </message>
    <message>
        <source>{} could not be opened: {}</source>
        <translation>{} konnten nicht geöffnet werden: {}</translation>
    </message>
    <message>
        <source>{} key images came with the study.</source>
        <translation>Mit der Studie kamen {} Schlüsselbilder.</translation>
    </message>
    <message>
        <source>{} measurements are not saved yet.</source>
        <translation>{} Messungen sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>{} measurements came with the study; they are in the Measure panel.</source>
        <translation>{} Messungen kamen mit der Studie; sie stehen im Bereich Messen.</translation>
    </message>
    <message>
        <source>{} more wait</source>
        <translation>{} weitere warten</translation>
    </message>
    <message>
        <source>{} on the CPU: {}</source>
        <translation>{} auf der CPU: {}</translation>
    </message>
    <message>
        <source>{} on the graphics card: {}</source>
        <translation>{} auf der Grafikkarte: {}</translation>
    </message>
    <message>
        <source>{} pixels</source>
        <translation>{} Pixel</translation>
    </message>
    <message>
        <source>{} px</source>
        <translation>{} px</translation>
    </message>
    <message>
        <source>{} series</source>
        <translation>{} Serien</translation>
    </message>
    <message>
        <source>{} slices</source>
        <translation>{} Schichten</translation>
    </message>
    <message>
        <source>{} slices are enhanced.</source>
        <translation>{} Schichten sind verbessert.</translation>
    </message>
    <message>
        <source>{} slices/s shown, {} skipped</source>
        <translation>{} Schichten/s gezeigt, {} übersprungen</translation>
    </message>
    <message>
        <source>{} · ACQUIRED PLANE</source>
        <translation>{} · AUFNAHMEEBENE</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale.</source>
        <translation>{}, Häufigkeiten auf logarithmischer Skala.</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale. Filled: before, line: after.</source>
        <translation>{}, Häufigkeiten auf logarithmischer Skala. Gefüllt: vorher, Linie: nachher.</translation>
    </message>
    <message>
        <source>{}, number</source>
        <translation>{}, Zahl</translation>
    </message>
    <message>
        <source>{}/s</source>
        <translation>{}/s</translation>
    </message>
    <message>
        <source>{}: W {:g} C {:g} (key {})</source>
        <translation>{}: W {:g} C {:g} (Taste {})</translation>
    </message>
    <message>
        <source>{}: cells move together</source>
        <translation>{}: Zellen gehen gemeinsam</translation>
    </message>
    <message>
        <source>{}: each cell for itself</source>
        <translation>{}: jede Zelle für sich</translation>
    </message>
    <message>
        <source>{}: linked here</source>
        <translation>{}: hier gekoppelt</translation>
    </message>
    <message>
        <source>{}: not linked here</source>
        <translation>{}: hier nicht gekoppelt</translation>
    </message>
    <message>
        <source>{}: the file&apos;s own window (key {})</source>
        <translation>{}: das eigene Fenster der Datei (Taste {})</translation>
    </message>
    <message>
        <source>▸ running</source>
        <translation>▸ läuft</translation>
    </message>
    <message>
        <source>★ {series}, slice {number} of {count}</source>
        <translation>★ {series}, Schicht {number} von {count}</translation>
    </message>
</context>
</TS>
