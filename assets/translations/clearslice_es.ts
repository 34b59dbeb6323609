<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name></name>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source> frames per second</source>
        <translation> imágenes por segundo</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> · {minutes} min to go</source>
        <translation> · faltan {minutes} min</translation>
    </message>
    <message>
        <source> · {seconds} s to go</source>
        <translation> · faltan {seconds} s</translation>
    </message>
    <message>
        <source>(not {})</source>
        <translation>(no {})</translation>
    </message>
    <message>
        <source>* Changes contrast on purpose, so PSNR and SSIM say little about it.</source>
        <translation>* Cambia el contraste a propósito, por lo que PSNR y SSIM dicen poco al respecto.</translation>
    </message>
    <message>
        <source>+ Add a step</source>
        <translation>+ Añadir un paso</translation>
    </message>
    <message>
        <source>1 again</source>
        <translation>1 otra vez</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 elemento</translation>
    </message>
    <message>
        <source>1 key image came with the study.</source>
        <translation>1 imagen clave venía con el estudio.</translation>
    </message>
    <message>
        <source>1 measurement came with the study; it is in the Measure panel.</source>
        <translation>1 medición venía con el estudio; está en el panel Medir.</translation>
    </message>
    <message>
        <source>1 measurement is not saved yet.</source>
        <translation>1 medición aún no está guardada.</translation>
    </message>
    <message>
        <source>1 more waits</source>
        <translation>1 más en espera</translation>
    </message>
    <message>
        <source>1 series</source>
        <translation>1 serie</translation>
    </message>
    <message>
        <source>1 series was exported anonymised to {folder}; the original is untouched.</source>
        <translation>Se exportó 1 serie anonimizada a {folder}; el original no se ha tocado.</translation>
    </message>
    <message>
        <source>1 series was left out: {reason}</source>
        <translation>Se omitió 1 serie: {reason}</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 corte</translation>
    </message>
    <message>
        <source>A CT, an MR and a chest radiograph that come with the program</source>
        <translation>Una TC, una RM y una radiografía de tórax que vienen con el programa</translation>
    </message>
    <message>
        <source>A batch ended before it was finished: {done} of {count} series are done.</source>
        <translation>Un lote terminó antes de tiempo: {done} de {count} series están hechas.</translation>
    </message>
    <message>
        <source>A batch ended before it was finished; it goes on from Enhance, Enhance many series.</source>
        <translation>Un lote terminó antes de tiempo; continúa en Mejorar, Mejorar muchas series.</translation>
    </message>
    <message>
        <source>A damaged part of the header was left out.</source>
        <translation>Se omitió una parte dañada de la cabecera.</translation>
    </message>
    <message>
        <source>A key object selection; your files are left as they are</source>
        <translation>Una selección de objetos clave (Key Object Selection); sus archivos quedan como están</translation>
    </message>
    <message>
        <source>A recipe holds one or more [[step]] tables and nothing else.</source>
        <translation>Una receta contiene una o más tablas [[step]] y nada más.</translation>
    </message>
    <message>
        <source>A recipe needs a name.</source>
        <translation>Una receta necesita un nombre.</translation>
    </message>
    <message>
        <source>A recipe&apos;s name becomes a file&apos;s, so it may not hold &lt; &gt; : &quot; / \ | ? * or end with a dot.</source>
        <translation>El nombre de una receta pasa a ser el de un archivo, así que no puede contener &lt; &gt; : &quot; / \ | ? * ni acabar en punto.</translation>
    </message>
    <message>
        <source>A window in this file makes no sense and was left out.</source>
        <translation>Una ventana de este archivo no tiene sentido y se omitió.</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>IA</translation>
    </message>
    <message>
        <source>AI PROCESSED</source>
        <translation>PROCESADO POR IA</translation>
    </message>
    <message>
        <source>AS OPENED · DERIVED</source>
        <translation>COMO SE ABRIÓ · DERIVADO</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Abdomen</translation>
    </message>
    <message>
        <source>About Clearslice</source>
        <translation>Acerca de Clearslice</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Active cell takes part in links</source>
        <translation>La celda activa participa en los enlaces</translation>
    </message>
    <message>
        <source>Active cell:</source>
        <translation>Celda activa:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>After one measurement window/level comes back; else the tool stays until another is chosen.</source>
        <translation>Tras una medición vuelve ventana/nivel; si no, la herramienta sigue hasta elegir otra.</translation>
    </message>
    <message>
        <source>Again: the file&apos;s next window</source>
        <translation>Otra vez: la siguiente ventana del archivo</translation>
    </message>
    <message>
        <source>Against pinned: {}</source>
        <translation>Frente al fijado: {}</translation>
    </message>
    <message>
        <source>Against the original</source>
        <translation>Frente al original</translation>
    </message>
    <message>
        <source>Against the original slice over {}.</source>
        <translation>Frente al corte original sobre {}.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>All images lie at the same place; they are in order of their numbers.</source>
        <translation>Todas las imágenes están en el mismo lugar; se ordenan por su número.</translation>
    </message>
    <message>
        <source>All series that are open</source>
        <translation>Todas las series abiertas</translation>
    </message>
    <message>
        <source>All text</source>
        <translation>Todo el texto</translation>
    </message>
    <message>
        <source>Along {}, in {}.</source>
        <translation>A lo largo de {}, en {}.</translation>
    </message>
    <message>
        <source>Along {}, in {}. Thick: before, amber: after.</source>
        <translation>A lo largo de {}, en {}. Grueso: antes, ámbar: después.</translation>
    </message>
    <message>
        <source>Also images that say text is burned into them</source>
        <translation>También imágenes que declaran texto incrustado</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>An image lacks the identifiers that a DICOM document refers to; save CSV or pictures instead.</source>
        <translation>A una imagen le faltan los identificadores a los que remite un documento DICOM; guarde CSV o imágenes en su lugar.</translation>
    </message>
    <message>
        <source>An overlay of this image is damaged and is not shown.</source>
        <translation>Una superposición de esta imagen está dañada y no se muestra.</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>GIF animado (*.gif)</translation>
    </message>
    <message>
        <source>Animated GIF, for web pages</source>
        <translation>GIF animado, para páginas web</translation>
    </message>
    <message>
        <source>Anonymise by the DICOM Basic Profile</source>
        <translation>Anonimizar según el perfil básico DICOM</translation>
    </message>
    <message>
        <source>Another series</source>
        <translation>Otra serie</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Apply another method to the result of what is done already</source>
        <translation>Aplicar otro método al resultado obtenido</translation>
    </message>
    <message>
        <source>Apply to series</source>
        <translation>Aplicar a la serie</translation>
    </message>
    <message>
        <source>Apply to whole series</source>
        <translation>Aplicar a toda la serie</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flecha</translation>
    </message>
    <message>
        <source>Arrow with text</source>
        <translation>Flecha con texto</translation>
    </message>
    <message>
        <source>As a DICOM key object selection, which marks them again when it is opened with the study</source>
        <translation>Como selección de objetos clave DICOM, que los marca de nuevo al abrirse con el estudio</translation>
    </message>
    <message>
        <source>As a DICOM structured report, which opens with the study again</source>
        <translation>Como informe estructurado DICOM, que se abre de nuevo con el estudio</translation>
    </message>
    <message>
        <source>As a TOML file, which “clearslice enhance --recipe” reads too</source>
        <translation>Como archivo TOML, que también lee «clearslice enhance --recipe»</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>Como se exporta</translation>
    </message>
    <message>
        <source>As in the main window</source>
        <translation>Como en la ventana principal</translation>
    </message>
    <message>
        <source>As seen, without patient</source>
        <translation>Como se ve, sin paciente</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>Automático ({})</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card that works, else the CPU; from the next start on.</source>
        <translation>Automático toma una tarjeta gráfica que funcione, si no la CPU; a partir del próximo inicio.</translation>
    </message>
    <message>
        <source>Averages patches that look alike; slow, keeps texture.</source>
        <translation>Promedia fragmentos parecidos; lento, conserva la textura.</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over original</source>
        <translation>MEZCLA · {} mejorado sobre el original</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over pinned</source>
        <translation>MEZCLA · {} mejorado sobre el fijado</translation>
    </message>
    <message>
        <source>Back to {:g}</source>
        <translation>Volver a {:g}</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>Below 1 brightens, above 1 darkens.</source>
        <translation>Por debajo de 1 aclara, por encima oscurece.</translation>
    </message>
    <message>
        <source>Bilateral</source>
        <translation>Bilateral</translation>
    </message>
    <message>
        <source>Black point</source>
        <translation>Punto negro</translation>
    </message>
    <message>
        <source>Black-and-white images are shown, but not enhanced.</source>
        <translation>Las imágenes en blanco y negro se muestran, pero no se mejoran.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Mezcla</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>Hueso</translation>
    </message>
    <message>
        <source>Both at once, in any proportion</source>
        <translation>Ambos a la vez, en cualquier proporción</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>Cerebro</translation>
    </message>
    <message>
        <source>Brightens or darkens the middle grey values.</source>
        <translation>Aclara u oscurece los grises medios.</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Más claro</translation>
    </message>
    <message>
        <source>Brings out local contrast everywhere, within a limit.</source>
        <translation>Realza el contraste local en todas partes, con un límite.</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile</source>
        <translation>Según el perfil DICOM Basic Application Level Confidentiality</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile (PS3.15 Annex E): names, numbers, dates, descriptions and private elements go; one patient keeps one pseudonym and UIDs still belong together within this export.</source>
        <translation>Según el perfil DICOM Basic Application Level Confidentiality (PS3.15 anexo E): se eliminan nombres, números, fechas, descripciones y elementos privados; un paciente conserva un seudónimo y los UID siguen siendo coherentes en esta exportación.</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
    <message>
        <source>CNR of {} and {}: {}</source>
        <translation>CNR de {} y {}: {}</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet, before and after in columns</source>
        <translation>CSV para hoja de cálculo, antes y después en columnas</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel, then reset</source>
        <translation>Cancelar y luego restablecer</translation>
    </message>
    <message>
        <source>Careful: these images are not known to be of the same patient.</source>
        <translation>Cuidado: no consta que estas imágenes sean del mismo paciente.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Celdas</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Changes only</source>
        <translation>Solo cambios</translation>
    </message>
    <message>
        <source>Changes units: HU or signal can no longer be read off the result.</source>
        <translation>Cambia las unidades: las UH o la señal ya no se pueden leer en el resultado.</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>Elegir una serie</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key in the field.</source>
        <translation>Elija una acción y pulse su nueva tecla en el campo.</translation>
    </message>
    <message>
        <source>Choose folder and start…</source>
        <translation>Elegir carpeta e iniciar…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
    <message>
        <source>Choose the series to compare with; open one of this modality if none is offered.</source>
        <translation>Elija la serie con la que comparar; abra una de esta modalidad si no se ofrece ninguna.</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>Cine</translation>
    </message>
    <message>
        <source>Cine back and forth</source>
        <translation>Cine ida y vuelta</translation>
    </message>
    <message>
        <source>Cine faster</source>
        <translation>Cine más rápido</translation>
    </message>
    <message>
        <source>Cine slower</source>
        <translation>Cine más lento</translation>
    </message>
    <message>
        <source>Clear recent</source>
        <translation>Borrar recientes</translation>
    </message>
    <message>
        <source>Clearslice is not for diagnostic use.</source>
        <translation>Clearslice no es apto para diagnóstico.</translation>
    </message>
    <message>
        <source>Clearslice made it with a neural network.</source>
        <translation>Clearslice lo hizo con una red neuronal.</translation>
    </message>
    <message>
        <source>Clearslice made it.</source>
        <translation>Clearslice lo hizo.</translation>
    </message>
    <message>
        <source>Click each corner; double click to end it</source>
        <translation>Haga clic en cada vértice; doble clic para acabar</translation>
    </message>
    <message>
        <source>Click or drag: all planes go there</source>
        <translation>Clic o arrastre: todos los planos van allí</translation>
    </message>
    <message>
        <source>Click where it belongs; double click to change it</source>
        <translation>Haga clic donde corresponda; doble clic para cambiarlo</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>Cerrar todo</translation>
    </message>
    <message>
        <source>Close cine</source>
        <translation>Cerrar cine</translation>
    </message>
    <message>
        <source>Close planes</source>
        <translation>Cerrar planos</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Cerrar sin guardar</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Ángulo de Cobb</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Colour images are shown, but not enhanced: the methods work on grey values.</source>
        <translation>Las imágenes en color se muestran, pero no se mejoran: los métodos trabajan con grises.</translation>
    </message>
    <message>
        <source>Colour images have no window.</source>
        <translation>Las imágenes en color no tienen ventana.</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Compare with prior</source>
        <translation>Comparar con previo</translation>
    </message>
    <message>
        <source>Compare with the enhanced export</source>
        <translation>Comparar con la exportación mejorada</translation>
    </message>
    <message>
        <source>Compare with the series on screen</source>
        <translation>Comparar con la serie en pantalla</translation>
    </message>
    <message>
        <source>Compare with this study</source>
        <translation>Comparar con este estudio</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>Comparison: less</source>
        <translation>Comparación: menos</translation>
    </message>
    <message>
        <source>Comparison: more</source>
        <translation>Comparación: más</translation>
    </message>
    <message>
        <source>Compressed with loss: {ratio}</source>
        <translation>Comprimido con pérdida: {ratio}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Contrast limit</source>
        <translation>Límite de contraste</translation>
    </message>
    <message>
        <source>Contrast stretching</source>
        <translation>Expansión del contraste</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copiar tabla</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Copiar valor</translation>
    </message>
    <message>
        <source>Copy with tabs, for a spreadsheet (Ctrl+C in the table)</source>
        <translation>Copiar con tabuladores para hoja de cálculo (Ctrl+C en la tabla)</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Coronal</translation>
    </message>
    <message>
        <source>Could not be opened ({})</source>
        <translation>No se pudieron abrir ({})</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>Retículo</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rueda</translation>
    </message>
    <message>
        <source>Ctrl in a drag</source>
        <translation>Ctrl al arrastrar</translation>
    </message>
    <message>
        <source>DERIVED</source>
        <translation>DERIVADO</translation>
    </message>
    <message>
        <source>DICOM tags of this slice, compared with what an export would write</source>
        <translation>Etiquetas DICOM de este corte, comparadas con lo que escribiría una exportación</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR: half a unit narrower at either end</source>
        <translation>LINEAR de DICOM: media unidad más estrecho en cada extremo</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR_EXACT: for values with decimals</source>
        <translation>LINEAR_EXACT de DICOM: para valores con decimales</translation>
    </message>
    <message>
        <source>DICOM&apos;s SIGMOID: soft ends, nothing is cut off</source>
        <translation>SIGMOID de DICOM: extremos suaves, no se corta nada</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − original</source>
        <translation>DIFERENCIA · mejorado − original</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − pinned</source>
        <translation>DIFERENCIA · mejorado − fijado</translation>
    </message>
    <message>
        <source>DIFFERENT PATIENTS</source>
        <translation>PACIENTES DIFERENTES</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Dark for reading rooms, light for bright ones. Images are on black in both.</source>
        <translation>Oscuro para salas de lectura, claro para salas luminosas. Las imágenes van sobre negro en ambos.</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Más oscuro</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>Elementos de datos</translation>
    </message>
    <message>
        <source>Data range</source>
        <translation>Rango de datos</translation>
    </message>
    <message>
        <source>Data range {} ({}).</source>
        <translation>Rango de datos {} ({}).</translation>
    </message>
    <message>
        <source>Dates, moved by the same number of days</source>
        <translation>Fechas, desplazadas el mismo número de días</translation>
    </message>
    <message>
        <source>Delete all measurements on this slice</source>
        <translation>Borrar todas las mediciones de este corte</translation>
    </message>
    <message>
        <source>Delete measurement</source>
        <translation>Borrar medición</translation>
    </message>
    <message>
        <source>Delete recipe</source>
        <translation>Borrar receta</translation>
    </message>
    <message>
        <source>Demo studies</source>
        <translation>Estudios de demostración</translation>
    </message>
    <message>
        <source>Denoise (AI)</source>
        <translation>Reducción de ruido (IA)</translation>
    </message>
    <message>
        <source>Device identity</source>
        <translation>Identidad del equipo</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Differences up to about this are smoothed.</source>
        <translation>Las diferencias de hasta más o menos este valor se suavizan.</translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation>Cerrar mensaje</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distancia</translation>
    </message>
    <message>
        <source>Do step {}, {}, earlier</source>
        <translation>Hacer el paso {}, {}, antes</translation>
    </message>
    <message>
        <source>Do this step earlier</source>
        <translation>Hacer este paso antes</translation>
    </message>
    <message>
        <source>Dose distributions are shown, but not enhanced.</source>
        <translation>Las distribuciones de dosis se muestran, pero no se mejoran.</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Double-click does the same</source>
        <translation>El doble clic hace lo mismo</translation>
    </message>
    <message>
        <source>Doubles rows and columns and sharpens edges, by a trained network.</source>
        <translation>Duplica filas y columnas y realza los bordes, con una red entrenada.</translation>
    </message>
    <message>
        <source>Drag a line along each end plate</source>
        <translation>Trace una línea a lo largo de cada platillo vertebral</translation>
    </message>
    <message>
        <source>Drag a measurement</source>
        <translation>Arrastrar una medición</translation>
    </message>
    <message>
        <source>Drag a series from the list to here</source>
        <translation>Arrastre aquí una serie de la lista</translation>
    </message>
    <message>
        <source>Drag from corner to corner, or click both</source>
        <translation>Arrastre de esquina a esquina, o haga clic en ambas</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>Arrastre de extremo a extremo, o haga clic en ambos</translation>
    </message>
    <message>
        <source>Drag from what is meant to the words</source>
        <translation>Arrastre desde lo señalado hasta las palabras</translation>
    </message>
    <message>
        <source>Drag one leg to the vertex, then click the other&apos;s end</source>
        <translation>Arrastre un lado hasta el vértice y haga clic en el extremo del otro</translation>
    </message>
    <message>
        <source>Drag the line</source>
        <translation>Arrastre la línea</translation>
    </message>
    <message>
        <source>Drag the orange line</source>
        <translation>Arrastrar la línea naranja</translation>
    </message>
    <message>
        <source>Drag up is brighter</source>
        <translation>Arrastrar hacia arriba aclara</translation>
    </message>
    <message>
        <source>Dragging up</source>
        <translation>Arrastrar hacia arriba</translation>
    </message>
    <message>
        <source>Draw a distance (D) to see the values along it, before and after.</source>
        <translation>Trace una distancia (D) para ver los valores a lo largo, antes y después.</translation>
    </message>
    <message>
        <source>Draw a region first: an ellipse (E) or a rectangle (Shift+E).</source>
        <translation>Dibuje antes una región: elipse (E) o rectángulo (Mayús+E).</translation>
    </message>
    <message>
        <source>Draw once</source>
        <translation>Dibujar una vez</translation>
    </message>
    <message>
        <source>Draw once, then window/level again</source>
        <translation>Dibujar una vez y volver a ventana/nivel</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive here</source>
        <translation>Suelte aquí archivos, carpetas o un ZIP</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive on the window to open a study.</source>
        <translation>Suelte archivos, carpetas o un ZIP en la ventana para abrir un estudio.</translation>
    </message>
    <message>
        <source>ENHANCED</source>
        <translation>MEJORADO</translation>
    </message>
    <message>
        <source>ENHANCING …</source>
        <translation>MEJORANDO …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit this step</source>
        <translation>Editar este paso</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipse</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacío</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>Mejorar</translation>
    </message>
    <message>
        <source>Enhance every slice now, so that scrolling shows results at once</source>
        <translation>Mejorar ahora cada corte, para que al desplazarse se vean resultados al instante</translation>
    </message>
    <message>
        <source>Enhance is off, so the film shows the original alone.</source>
        <translation>Mejorar está desactivado, así que la película muestra solo el original.</translation>
    </message>
    <message>
        <source>Enhance many series</source>
        <translation>Mejorar muchas series</translation>
    </message>
    <message>
        <source>Enhance many series…</source>
        <translation>Mejorar muchas series…</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>Mejorado</translation>
    </message>
    <message>
        <source>Enhancement</source>
        <translation>Mejora</translation>
    </message>
    <message>
        <source>Enhancement is off. Switch it on to measure what it changes.</source>
        <translation>La mejora está desactivada. Actívela para medir lo que cambia.</translation>
    </message>
    <message>
        <source>Enhancing</source>
        <translation>Mejorando</translation>
    </message>
    <message>
        <source>Enhancing the series</source>
        <translation>Mejorando la serie</translation>
    </message>
    <message>
        <source>Enhancing the volume</source>
        <translation>Mejorando el volumen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Export 16-bit picture…</source>
        <translation>Exportar imagen de 16 bits…</translation>
    </message>
    <message>
        <source>Export anonymised</source>
        <translation>Exportar anonimizado</translation>
    </message>
    <message>
        <source>Export anonymised to folder</source>
        <translation>Exportar anonimizado a carpeta</translation>
    </message>
    <message>
        <source>Export anonymised…</source>
        <translation>Exportar anonimizado…</translation>
    </message>
    <message>
        <source>Export as pictures…</source>
        <translation>Exportar como imágenes…</translation>
    </message>
    <message>
        <source>Export enhanced series to folder</source>
        <translation>Exportar serie mejorada a carpeta</translation>
    </message>
    <message>
        <source>Export enhanced series…</source>
        <translation>Exportar serie mejorada…</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>Exportar película</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>Exportar película…</translation>
    </message>
    <message>
        <source>Export key images</source>
        <translation>Exportar imágenes clave</translation>
    </message>
    <message>
        <source>Export key images…</source>
        <translation>Exportar imágenes clave…</translation>
    </message>
    <message>
        <source>Export page</source>
        <translation>Exportar página</translation>
    </message>
    <message>
        <source>Export page as PDF…</source>
        <translation>Exportar página como PDF…</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>Exportar imagen</translation>
    </message>
    <message>
        <source>Export picture with patient…</source>
        <translation>Exportar imagen con paciente…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>Exportar imagen…</translation>
    </message>
    <message>
        <source>Export recipe</source>
        <translation>Exportar receta</translation>
    </message>
    <message>
        <source>Export recipe…</source>
        <translation>Exportar receta…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>Exportar serie…</translation>
    </message>
    <message>
        <source>Exporting anonymised</source>
        <translation>Exportando anonimizado</translation>
    </message>
    <message>
        <source>Exporting key images</source>
        <translation>Exportando imágenes clave</translation>
    </message>
    <message>
        <source>Exporting the enhanced series</source>
        <translation>Exportando la serie mejorada</translation>
    </message>
    <message>
        <source>Exporting the film</source>
        <translation>Exportando la película</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>File {}</source>
        <translation>Archivo {}</translation>
    </message>
    <message>
        <source>Files that could not be opened</source>
        <translation>Archivos que no se pudieron abrir</translation>
    </message>
    <message>
        <source>Films are written as .mp4 or .gif; choose a name that ends so.</source>
        <translation>Las películas se escriben como .mp4 o .gif; elija un nombre que acabe así.</translation>
    </message>
    <message>
        <source>Filter by modality</source>
        <translation>Filtrar por modalidad</translation>
    </message>
    <message>
        <source>Filter by words or number</source>
        <translation>Filtrar por palabras o número</translation>
    </message>
    <message>
        <source>Filter series</source>
        <translation>Filtrar series</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>Buscar serie</translation>
    </message>
    <message>
        <source>Finished: {done} of {count} series are in {folder}.</source>
        <translation>Terminado: {done} de {count} series están en {folder}.</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Primer corte</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Flattens areas between edges; too much looks painted.</source>
        <translation>Aplana áreas entre bordes; en exceso parece pintado.</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>Alternancia</translation>
    </message>
    <message>
        <source>Found {}</source>
        <translation>Encontrado {}</translation>
    </message>
    <message>
        <source>Four cells</source>
        <translation>Cuatro celdas</translation>
    </message>
    <message>
        <source>Four times as fast</source>
        <translation>Cuatro veces más rápido</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>Región a mano alzada</translation>
    </message>
    <message>
        <source>From a region</source>
        <translation>Desde una región</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>Del archivo</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Rango completo</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>GPU add-on</source>
        <translation>Complemento de GPU</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gaussiano</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Abandonar</translation>
    </message>
    <message>
        <source>Gives every grey level the same share of the picture.</source>
        <translation>Da a cada nivel de gris la misma parte de la imagen.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Go round it with the button down</source>
        <translation>Rodéela con el botón pulsado</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Tarjeta gráfica</translation>
    </message>
    <message>
        <source>HU start at an arbitrary zero: read SNR only as before against after.</source>
        <translation>El cero de las UH es arbitrario: lea la SNR solo como antes frente a después.</translation>
    </message>
    <message>
        <source>Harder</source>
        <translation>Más duro</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Histogram equalization</source>
        <translation>Ecualización de histograma</translation>
    </message>
    <message>
        <source>Histogram of the slice with the window</source>
        <translation>Histograma del corte con la ventana</translation>
    </message>
    <message>
        <source>Hold Space</source>
        <translation>Mantener Espacio</translation>
    </message>
    <message>
        <source>Hold Space for a glance</source>
        <translation>Mantenga Espacio para echar un vistazo</translation>
    </message>
    <message>
        <source>How much noise is added</source>
        <translation>Cuánto ruido se añade</translation>
    </message>
    <message>
        <source>How much noise the network is told there is, relative to what was measured.</source>
        <translation>Cuánto ruido se le indica a la red, respecto del medido.</translation>
    </message>
    <message>
        <source>How much of the difference is added.</source>
        <translation>Cuánto de la diferencia se suma.</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; moving it computes nothing anew.</source>
        <translation>Cuánto del resultado del método se mezcla en el corte; moverlo no recalcula nada.</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; the steps after this one run again.</source>
        <translation>Cuánto del resultado del método se mezcla en el corte; los pasos siguientes se repiten.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Import recipe</source>
        <translation>Importar receta</translation>
    </message>
    <message>
        <source>Import recipe…</source>
        <translation>Importar receta…</translation>
    </message>
    <message>
        <source>In CT {}, {:g} / {:g}</source>
        <translation>En TC {}, {:g} / {:g}</translation>
    </message>
    <message>
        <source>Institution identity</source>
        <translation>Identidad de la institución</translation>
    </message>
    <message>
        <source>Interface scale</source>
        <translation>Escala de la interfaz</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>It is not a medical device, and nobody has approved it as one. Enhancing can hide findings or make up structures that are not there, however good the image looks. Look at the original beside it, and do not base a diagnosis or a treatment on an enhanced image.

Your originals are never changed, and nothing leaves this computer unless you export it.</source>
        <translation>No es un producto sanitario, y nadie lo ha aprobado como tal. La mejora puede ocultar hallazgos o inventar estructuras que no existen, por buena que parezca la imagen. Mire el original al lado, y no base un diagnóstico ni un tratamiento en una imagen mejorada.

Sus originales nunca se modifican, y nada sale de este equipo si usted no lo exporta.</translation>
    </message>
    <message>
        <source>It takes the place of the recipe that has this name.</source>
        <translation>Sustituye a la receta con ese nombre.</translation>
    </message>
    <message>
        <source>It took {:.2f} s.</source>
        <translation>Tardó {:.2f} s.</translation>
    </message>
    <message>
        <source>KEY {}</source>
        <translation>CLAVE {}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Keeps the series that are finished</source>
        <translation>Conserva las series terminadas</translation>
    </message>
    <message>
        <source>Keeps units: values mean the same as before.</source>
        <translation>Conserva las unidades: los valores significan lo mismo que antes.</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>Imagen clave</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Imágenes clave</translation>
    </message>
    <message>
        <source>Key images exported as pictures: {}.</source>
        <translation>Imágenes clave exportadas como imágenes: {}.</translation>
    </message>
    <message>
        <source>Key images…</source>
        <translation>Imágenes clave…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>Keys, layouts and recent studies stay as they are</source>
        <translation>Teclas, diseños y estudios recientes quedan como están</translation>
    </message>
    <message>
        <source>LOSSY</source>
        <translation>CON PÉRDIDA</translation>
    </message>
    <message>
        <source>LOSSY {}</source>
        <translation>CON PÉRDIDA {}</translation>
    </message>
    <message>
        <source>Labels and “not for diagnostic use” are part of every picture.</source>
        <translation>Los rótulos y «no apto para diagnóstico» forman parte de cada imagen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Largest local gain in contrast; 1 changes nothing.</source>
        <translation>Máxima ganancia local de contraste; 1 no cambia nada.</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Último corte</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>Arrastrar con el izquierdo</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Lente</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotecas</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>Linear, exact</source>
        <translation>Lineal, exacta</translation>
    </message>
    <message>
        <source>Linked:</source>
        <translation>Enlazado:</translation>
    </message>
    <message>
        <source>Linked: {}</source>
        <translation>Enlazado: {}</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>Hígado</translation>
    </message>
    <message>
        <source>Log, without patient data</source>
        <translation>Registro, sin datos del paciente</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Buscando imágenes…</translation>
    </message>
    <message>
        <source>Looking for the images…</source>
        <translation>Buscando las imágenes…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>Pulmón</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MIRRORED</source>
        <translation>REFLEJADO</translation>
    </message>
    <message>
        <source>MIRRORED, TURNED {}°</source>
        <translation>REFLEJADO, GIRADO {}°</translation>
    </message>
    <message>
        <source>MP4 (H.264), for video players and slides</source>
        <translation>MP4 (H.264), para reproductores y diapositivas</translation>
    </message>
    <message>
        <source>MP4 film (*.mp4)</source>
        <translation>Película MP4 (*.mp4)</translation>
    </message>
    <message>
        <source>MP4 needs the package PyAV, which is not installed: pip install av; or choose a .gif.</source>
        <translation>MP4 necesita el paquete PyAV, que no está instalado: pip install av; o elija un .gif.</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>Makes CT, MR and X-ray images clearer, and proves it.</source>
        <translation>Hace más claras las imágenes de TC, RM y rayos X, y lo demuestra.</translation>
    </message>
    <message>
        <source>Maps of floating-point values are shown, but not enhanced.</source>
        <translation>Los mapas de valores de coma flotante se muestran, pero no se mejoran.</translation>
    </message>
    <message>
        <source>Marks this slice with a star</source>
        <translation>Marca este corte con una estrella</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Máx</translation>
    </message>
    <message>
        <source>Maximise cell</source>
        <translation>Maximizar celda</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Mediciones</translation>
    </message>
    <message>
        <source>Measurements on planes of a volume: {}. The planes (Ctrl+5) show them.</source>
        <translation>Mediciones en planos de un volumen: {}. Los planos (Ctrl+5) las muestran.</translation>
    </message>
    <message>
        <source>Measuring tools</source>
        <translation>Herramientas de medición</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Mediana</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>Mediastino</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Method of step {}</source>
        <translation>Método del paso {}</translation>
    </message>
    <message>
        <source>Method, strength and settings of all steps are kept.</source>
        <translation>Se guardan el método, la intensidad y los ajustes de todos los pasos.</translation>
    </message>
    <message>
        <source>Method: {names}</source>
        <translation>Método: {names}</translation>
    </message>
    <message>
        <source>Methods done</source>
        <translation>Métodos hechos</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastrar con el central</translation>
    </message>
    <message>
        <source>Middle slice</source>
        <translation>Corte central</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Mín</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>Reflejar izquierda y derecha</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>Reflejar arriba y abajo</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Model card: {}</source>
        <translation>Ficha del modelo: {}</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Ratón</translation>
    </message>
    <message>
        <source>Move it, by a handle reshape it; by its inside the image is windowed</source>
        <translation>Moverla, o darle forma por un tirador; en su interior se ajusta la ventana</translation>
    </message>
    <message>
        <source>Move the split</source>
        <translation>Mover la división</translation>
    </message>
    <message>
        <source>Moves the window to the other monitor, full screen if it was</source>
        <translation>Mueve la ventana al otro monitor, a pantalla completa si lo estaba</translation>
    </message>
    <message>
        <source>NOT FOR DIAGNOSTIC USE</source>
        <translation>NO APTO PARA DIAGNÓSTICO</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the network; &quot;auto&quot; takes the one for the modality.</source>
        <translation>Nombre de la red; «auto» toma la de la modalidad.</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>Nombre de la receta</translation>
    </message>
    <message>
        <source>Name, for example “Low-dose chest”</source>
        <translation>Nombre, por ejemplo «Tórax de baja dosis»</translation>
    </message>
    <message>
        <source>Needs the Python package “av”, which is not installed</source>
        <translation>Necesita el paquete de Python «av», que no está instalado</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Redes</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>Las redes se ejecutan en</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nueva tecla</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>Celda siguiente</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>Imagen clave siguiente</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Serie siguiente</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Corte siguiente</translation>
    </message>
    <message>
        <source>No DICOM images were found there; drop DICOM files, their folder, or a ZIP archive of them.</source>
        <translation>No se encontraron imágenes DICOM; suelte archivos DICOM, su carpeta o un ZIP con ellos.</translation>
    </message>
    <message>
        <source>No grey-scale slice is shown.</source>
        <translation>No se muestra ningún corte en escala de grises.</translation>
    </message>
    <message>
        <source>No images were found.</source>
        <translation>No se encontraron imágenes.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Sin tecla</translation>
    </message>
    <message>
        <source>No model is installed: put one under assets/models, or choose another method.</source>
        <translation>No hay ningún modelo instalado: ponga uno en assets/models o elija otro método.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sin nombre</translation>
    </message>
    <message>
        <source>No other series of this modality</source>
        <translation>Ninguna otra serie de esta modalidad</translation>
    </message>
    <message>
        <source>No other study of this patient is open; open it too, then compare.</source>
        <translation>No hay otro estudio abierto de este paciente; ábralo también y compare.</translation>
    </message>
    <message>
        <source>No pixel&apos;s centre lies in this region.</source>
        <translation>Ningún centro de píxel cae en esta región.</translation>
    </message>
    <message>
        <source>No series fits the filter.</source>
        <translation>Ninguna serie coincide con el filtro.</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>Sin texto</translation>
    </message>
    <message>
        <source>Noise SD ({})</source>
        <translation>DE del ruido ({})</translation>
    </message>
    <message>
        <source>Noise factor</source>
        <translation>Factor de ruido</translation>
    </message>
    <message>
        <source>Noise is added to this slice, every method treats it at full strength and with its default parameters, and the original slice is the judge.</source>
        <translation>Se añade ruido a este corte, cada método lo trata con intensidad plena y sus valores predeterminados, y el corte original es el juez.</translation>
    </message>
    <message>
        <source>Noise of this slice</source>
        <translation>Ruido de este corte</translation>
    </message>
    <message>
        <source>Noise that is assumed.</source>
        <translation>Ruido que se supone.</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>Medias no locales</translation>
    </message>
    <message>
        <source>None kept yet</source>
        <translation>Ninguna guardada aún</translation>
    </message>
    <message>
        <source>None of the key images can be written as a picture; colour images cannot.</source>
        <translation>Ninguna de las imágenes clave se puede escribir como imagen; las de color no se pueden.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ninguno aún</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>Not remembered</source>
        <translation>No se recuerda</translation>
    </message>
    <message>
        <source>Nothing is measured on what is open.</source>
        <translation>No hay nada medido en lo que está abierto.</translation>
    </message>
    <message>
        <source>Nothing is measured yet: D draws a distance, A an angle, E an ellipse, Shift+E a rectangle.</source>
        <translation>Aún no se ha medido nada: D traza una distancia, A un ángulo, E una elipse, Mayús+E un rectángulo.</translation>
    </message>
    <message>
        <source>Nothing was done to the images, so there is nothing to export; choose a method first.</source>
        <translation>No se hizo nada a las imágenes, así que no hay nada que exportar; elija antes un método.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>ORIGINAL</source>
        <translation>ORIGINAL</translation>
    </message>
    <message>
        <source>Of menus, panels and messages, from the next start on. What the files say stays as it is.</source>
        <translation>De menús, paneles y mensajes, a partir del próximo inicio. Lo que dicen los archivos queda como está.</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Una</translation>
    </message>
    <message>
        <source>One after another; goes on after a crash</source>
        <translation>Una tras otra; continúa tras un fallo</translation>
    </message>
    <message>
        <source>One after the other, in the same place</source>
        <translation>Una tras otra, en el mismo lugar</translation>
    </message>
    <message>
        <source>One cell</source>
        <translation>Una celda</translation>
    </message>
    <message>
        <source>One cell alone, or images without panels</source>
        <translation>Una celda sola, o imágenes sin paneles</translation>
    </message>
    <message>
        <source>One task is still running; wait for it, or cancel it first.</source>
        <translation>Una tarea sigue en curso; espere o cancélela antes.</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>Una vista</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; a path may hold a patient&apos;s name.</source>
        <translation>Solo se guardan rutas, en este equipo; una ruta puede contener el nombre de un paciente.</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; turning it off forgets them.</source>
        <translation>Solo se guardan rutas, en este equipo; al desactivarlo se olvidan.</translation>
    </message>
    <message>
        <source>Only some frames of a multi-frame image were given, and this kind can be exported only whole.</source>
        <translation>Solo se dieron algunos fotogramas de una imagen multifotograma, y este tipo solo se exporta entero.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open DICOM files or ZIP archives</source>
        <translation>Abrir archivos DICOM o ZIP</translation>
    </message>
    <message>
        <source>Open a CT, MR or X-ray slice to simulate a lower dose.</source>
        <translation>Abra un corte de TC, RM o rayos X para simular una dosis menor.</translation>
    </message>
    <message>
        <source>Open a folder of DICOM files</source>
        <translation>Abrir una carpeta de archivos DICOM</translation>
    </message>
    <message>
        <source>Open a grey-scale slice to measure it.</source>
        <translation>Abra un corte en escala de grises para medirlo.</translation>
    </message>
    <message>
        <source>Open a study first.</source>
        <translation>Abra antes un estudio.</translation>
    </message>
    <message>
        <source>Open a study to enhance it.</source>
        <translation>Abra un estudio para mejorarlo.</translation>
    </message>
    <message>
        <source>Open a study to set its window.</source>
        <translation>Abra un estudio para ajustar su ventana.</translation>
    </message>
    <message>
        <source>Open demo studies</source>
        <translation>Abrir estudios de demostración</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Abrir carpeta…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Abrir reciente</translation>
    </message>
    <message>
        <source>Open studies with images that can be enhanced.</source>
        <translation>Abra estudios con imágenes que se puedan mejorar.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Original (change, not quality)</source>
        <translation>Original (cambio, no calidad)</translation>
    </message>
    <message>
        <source>Original and enhanced on a page, without patient</source>
        <translation>Original y mejorado en una página, sin paciente</translation>
    </message>
    <message>
        <source>Original beside enhanced</source>
        <translation>Original junto al mejorado</translation>
    </message>
    <message>
        <source>Original beside enhanced, every pixel</source>
        <translation>Original junto al mejorado, cada píxel</translation>
    </message>
    <message>
        <source>Original everywhere while held</source>
        <translation>Original en todas partes mientras se mantiene</translation>
    </message>
    <message>
        <source>Originals are never changed</source>
        <translation>Los originales nunca se modifican</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>Documento PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PINNED · {}</source>
        <translation>FIJADO · {}</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>Imagen PNG (*.png)</translation>
    </message>
    <message>
        <source>PNG pictures, original beside enhanced, without patient</source>
        <translation>Imágenes PNG, original junto al mejorado, sin paciente</translation>
    </message>
    <message>
        <source>PRIOR {}</source>
        <translation>PREVIO {}</translation>
    </message>
    <message>
        <source>PROCESSED</source>
        <translation>PROCESADO</translation>
    </message>
    <message>
        <source>PSNR (dB)</source>
        <translation>PSNR (dB)</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Patches that differ by about this are averaged.</source>
        <translation>Se promedian fragmentos que difieren más o menos en esto.</translation>
    </message>
    <message>
        <source>Patient characteristics: sex, age, size, weight</source>
        <translation>Características del paciente: sexo, edad, talla, peso</translation>
    </message>
    <message>
        <source>Patient hidden</source>
        <translation>Paciente oculto</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause (C)</source>
        <translation>Pausa (C)</translation>
    </message>
    <message>
        <source>Paused; {} skipped</source>
        <translation>En pausa; {} omitidos</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Pictures are written as .png or .tiff; choose a name that ends so.</source>
        <translation>Las imágenes se escriben como .png o .tiff; elija un nombre que acabe así.</translation>
    </message>
    <message>
        <source>Pictures of different size cannot be put side by side.</source>
        <translation>No se pueden poner lado a lado imágenes de distinto tamaño.</translation>
    </message>
    <message>
        <source>Pin this result</source>
        <translation>Fijar este resultado</translation>
    </message>
    <message>
        <source>Pin this result to compare with</source>
        <translation>Fijar este resultado para comparar</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Pixels are not searched: look for names and faces in the images before you give them away.</source>
        <translation>Los píxeles no se examinan: busque nombres y rostros en las imágenes antes de entregarlas.</translation>
    </message>
    <message>
        <source>Pixels {rows} × {columns} mm</source>
        <translation>Píxeles {rows} × {columns} mm</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Planes are cut from a volume and lie in no file; close them to see one.</source>
        <translation>Los planos se cortan de un volumen y no están en ningún archivo; ciérrelos para ver uno.</translation>
    </message>
    <message>
        <source>Planes are cut through grey-scale slices only; this series has none.</source>
        <translation>Los planos solo se cortan en cortes en escala de grises; esta serie no tiene.</translation>
    </message>
    <message>
        <source>Planes: axial, coronal, sagittal</source>
        <translation>Planos: axial, coronal, sagital</translation>
    </message>
    <message>
        <source>Play (C)</source>
        <translation>Reproducir (C)</translation>
    </message>
    <message>
        <source>Plays the slices at the file&apos;s rate, or 15 a second</source>
        <translation>Reproduce los cortes a la velocidad del archivo, o 15 por segundo</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>Polilínea</translation>
    </message>
    <message>
        <source>Portable</source>
        <translation>Portátil</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Press K on a slice to mark it. Marks last while the study is open; saved as DICOM they come back when the file is opened with the study.</source>
        <translation>Pulse K en un corte para marcarlo. Las marcas duran mientras el estudio está abierto; guardadas como DICOM vuelven al abrir el archivo con el estudio.</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>Pulse una tecla</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>Celda anterior</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>Imagen clave anterior</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Serie anterior</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Corte anterior</translation>
    </message>
    <message>
        <source>Print with patient…</source>
        <translation>Imprimir con paciente…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Profile along a line</source>
        <translation>Perfil a lo largo de una línea</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>REFORMATTED · {view} · {count} LAYERS</source>
        <translation>REFORMATEADO · {view} · {count} CAPAS</translation>
    </message>
    <message>
        <source>REFORMATTED · {}</source>
        <translation>REFORMATEADO · {}</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Clasificación</translation>
    </message>
    <message>
        <source>Reading the volume</source>
        <translation>Leyendo el volumen</translation>
    </message>
    <message>
        <source>Reading {}: {} of {} files</source>
        <translation>Leyendo {}: {} de {} archivos</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>Leyendo {}…</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Leyendo …</translation>
    </message>
    <message>
        <source>Reading: {} of {} files</source>
        <translation>Leyendo: {} de {} archivos</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>Recetas</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>Recetas (*.toml)</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectángulo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Reduce artifacts (AI)</source>
        <translation>Reducción de artefactos (IA)</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>Líneas de referencia</translation>
    </message>
    <message>
        <source>Reference: the chosen series; higher PSNR and SSIM mean closer to it.</source>
        <translation>Referencia: la serie elegida; PSNR y SSIM más altos significan mayor cercanía.</translation>
    </message>
    <message>
        <source>Reference: the original slice, so the numbers say how much changed, not how good it is.</source>
        <translation>Referencia: el corte original, así que los números dicen cuánto cambió, no lo bueno que es.</translation>
    </message>
    <message>
        <source>Reference: the original slice. Data range {} ({}). Noise added: SD {:g} {}.</source>
        <translation>Referencia: el corte original. Rango de datos {} ({}). Ruido añadido: DE {:g} {}.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regiones</translation>
    </message>
    <message>
        <source>Regions along the shorter side; more act more locally.</source>
        <translation>Regiones a lo largo del lado corto; más actúan más localmente.</translation>
    </message>
    <message>
        <source>Regions on this slice</source>
        <translation>Regiones en este corte</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Observación</translation>
    </message>
    <message>
        <source>Remember recent studies</source>
        <translation>Recordar estudios recientes</translation>
    </message>
    <message>
        <source>Remove MR noise floor</source>
        <translation>Quitar el suelo de ruido de RM</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Quitar todas</translation>
    </message>
    <message>
        <source>Remove step {}, {}</source>
        <translation>Quitar el paso {}, {}</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Quitar este paso</translation>
    </message>
    <message>
        <source>Removes noise and keeps edges, by a trained network.</source>
        <translation>Quita ruido y conserva bordes, con una red entrenada.</translation>
    </message>
    <message>
        <source>Removes specks and keeps edges.</source>
        <translation>Quita motas y conserva bordes.</translation>
    </message>
    <message>
        <source>Removes what was written of series that are not whole</source>
        <translation>Quita lo escrito de series incompletas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>Restablecer valores predeterminados</translation>
    </message>
    <message>
        <source>Reset {}</source>
        <translation>Restablecer {}</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Arrastrar con el derecho</translation>
    </message>
    <message>
        <source>Run all methods</source>
        <translation>Ejecutar todos los métodos</translation>
    </message>
    <message>
        <source>Run from source: every library keeps its licence where pip has installed it.</source>
        <translation>Ejecutado desde el código: cada biblioteca guarda su licencia donde pip la instaló.</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>DE</translation>
    </message>
    <message>
        <source>SD {} (original; not enhanced)</source>
        <translation>DE {} (original; no mejorado)</translation>
    </message>
    <message>
        <source>SD {} → {}; the method changes units, so the two do not compare.</source>
        <translation>DE {} → {}; el método cambia las unidades, así que no son comparables.</translation>
    </message>
    <message>
        <source>SNR</source>
        <translation>SNR</translation>
    </message>
    <message>
        <source>Safe private elements, such as diffusion weighting</source>
        <translation>Elementos privados seguros, como la ponderación de difusión</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagital</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save as DICOM…</source>
        <translation>Guardar como DICOM…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Save key images to folder</source>
        <translation>Guardar imágenes clave en carpeta</translation>
    </message>
    <message>
        <source>Save key images…</source>
        <translation>Guardar imágenes clave…</translation>
    </message>
    <message>
        <source>Save measurements as table</source>
        <translation>Guardar mediciones como tabla</translation>
    </message>
    <message>
        <source>Save measurements as table…</source>
        <translation>Guardar mediciones como tabla…</translation>
    </message>
    <message>
        <source>Save measurements to folder</source>
        <translation>Guardar mediciones en carpeta</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>Guardar mediciones…</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Guardar receta</translation>
    </message>
    <message>
        <source>Save recipe as…</source>
        <translation>Guardar receta como…</translation>
    </message>
    <message>
        <source>Save the enhanced slices as a new DICOM series; the original stays untouched</source>
        <translation>Guardar los cortes mejorados como nueva serie DICOM; el original no se toca</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Saving key images</source>
        <translation>Guardando imágenes clave</translation>
    </message>
    <message>
        <source>Saving measurements</source>
        <translation>Guardando mediciones</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Explorando</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Scores over different ranges of values cannot be averaged.</source>
        <translation>No se pueden promediar puntuaciones de rangos de valores distintos.</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>Recorrer</translation>
    </message>
    <message>
        <source>Scroll the slices of the view under the pointer</source>
        <translation>Recorrer los cortes de la vista bajo el puntero</translation>
    </message>
    <message>
        <source>Search action or key</source>
        <translation>Buscar acción o tecla</translation>
    </message>
    <message>
        <source>Search data elements</source>
        <translation>Buscar elementos de datos</translation>
    </message>
    <message>
        <source>Search number, name or value</source>
        <translation>Buscar número, nombre o valor</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Buscar en la guía</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>Segunda vista</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>Series of the batch</source>
        <translation>Series del lote</translation>
    </message>
    <message>
        <source>Series to compare with</source>
        <translation>Serie para comparar</translation>
    </message>
    <message>
        <source>Series without description</source>
        <translation>Serie sin descripción</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Several images lie at each place, so they make no single volume that planes could be cut from.</source>
        <translation>Hay varias imágenes en cada lugar, así que no forman un único volumen del que cortar planos.</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Shape of the window</source>
        <translation>Forma de la ventana</translation>
    </message>
    <message>
        <source>Share of a blend, split line, pace of flicker, size of the lens</source>
        <translation>Proporción de la mezcla, línea de división, ritmo de la alternancia, tamaño de la lente</translation>
    </message>
    <message>
        <source>Share of pixels that stay below white.</source>
        <translation>Proporción de píxeles que quedan por debajo del blanco.</translation>
    </message>
    <message>
        <source>Share of pixels that turn black.</source>
        <translation>Proporción de píxeles que quedan negros.</translation>
    </message>
    <message>
        <source>Sharpen ×2 (AI)</source>
        <translation>Nitidez ×2 (IA)</translation>
    </message>
    <message>
        <source>Sharpens edges, and noise with them.</source>
        <translation>Realza los bordes y, con ellos, el ruido.</translation>
    </message>
    <message>
        <source>Shift + left drag</source>
        <translation>Mayús + arrastrar con el izquierdo</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show or hide panels</source>
        <translation>Mostrar u ocultar paneles</translation>
    </message>
    <message>
        <source>Shown in the second view</source>
        <translation>Mostrado en la segunda vista</translation>
    </message>
    <message>
        <source>Shrinks fine structure that is no stronger than noise.</source>
        <translation>Reduce la estructura fina que no supera el ruido.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoide</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Señal</translation>
    </message>
    <message>
        <source>Simulated low dose</source>
        <translation>Baja dosis simulada</translation>
    </message>
    <message>
        <source>Single layer</source>
        <translation>Capa única</translation>
    </message>
    <message>
        <source>Size of text and buttons, from the next start on. Images keep their own zoom.</source>
        <translation>Tamaño de texto y botones, a partir del próximo inicio. Las imágenes conservan su zoom.</translation>
    </message>
    <message>
        <source>Size of the details that are raised.</source>
        <translation>Tamaño de los detalles que se realzan.</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>Bloque</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Slice positions are missing; the images are in order of their numbers.</source>
        <translation>Faltan las posiciones de los cortes; las imágenes van por su número.</translation>
    </message>
    <message>
        <source>Slice {number} of {count}</source>
        <translation>Corte {number} de {count}</translation>
    </message>
    <message>
        <source>Slice {}</source>
        <translation>Corte {}</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by number, as positions are not known.</source>
        <translation>Corte {} de {} de la serie elegida, emparejado por número, pues no se conocen las posiciones.</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by position, {:.1f} mm apart.</source>
        <translation>Corte {} de {} de la serie elegida, emparejado por posición, a {:.1f} mm.</translation>
    </message>
    <message>
        <source>Slice {}/{}</source>
        <translation>Corte {}/{}</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Cortes</translation>
    </message>
    <message>
        <source>Slices a second wanted</source>
        <translation>Cortes por segundo deseados</translation>
    </message>
    <message>
        <source>Slices are missing or their distance varies, so they make no volume that planes could be cut from.</source>
        <translation>Faltan cortes o su distancia varía, así que no forman un volumen del que cortar planos.</translation>
    </message>
    <message>
        <source>Smooths among pixels of like value; fast.</source>
        <translation>Suaviza entre píxeles de valor parecido; rápido.</translation>
    </message>
    <message>
        <source>Smooths noise and fine detail alike.</source>
        <translation>Suaviza por igual el ruido y el detalle fino.</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Más suave</translation>
    </message>
    <message>
        <source>Something went wrong inside Clearslice; the log says what.</source>
        <translation>Algo falló dentro de Clearslice; el registro dice qué.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividir</translation>
    </message>
    <message>
        <source>Split line</source>
        <translation>Línea de división</translation>
    </message>
    <message>
        <source>Split: left half original, right half enhanced</source>
        <translation>Dividido: mitad izquierda original, mitad derecha mejorada</translation>
    </message>
    <message>
        <source>Spreads the grey values in use over the whole range.</source>
        <translation>Extiende los grises en uso por todo el rango.</translation>
    </message>
    <message>
        <source>Standard deviation of the kernel.</source>
        <translation>Desviación estándar del núcleo.</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, estimated from quiet parts of the slice</source>
        <translation>Desviación estándar del ruido, estimada en zonas tranquilas del corte</translation>
    </message>
    <message>
        <source>Start Clearslice again for this to count everywhere.</source>
        <translation>Reinicie Clearslice para que se aplique en todas partes.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Steps, one after the other</source>
        <translation>Pasos, uno tras otro</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Detener la lectura</translation>
    </message>
    <message>
        <source>Stop reading (Esc); what was found stays</source>
        <translation>Detener la lectura (Esc); lo encontrado queda</translation>
    </message>
    <message>
        <source>Stopped; the methods above were done.</source>
        <translation>Detenido; los métodos de arriba están hechos.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Intensidad</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Such text cannot be taken out: look at the images first</source>
        <translation>Ese texto no se puede quitar: mire antes las imágenes</translation>
    </message>
    <message>
        <source>Swaps black and white</source>
        <translation>Intercambia blanco y negro</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Vaivén</translation>
    </message>
    <message>
        <source>TIFF picture (*.tiff *.tif)</source>
        <translation>Imagen TIFF (*.tiff *.tif)</translation>
    </message>
    <message>
        <source>TURNED {}°</source>
        <translation>GIRADO {}°</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
    <message>
        <source>Take mark away</source>
        <translation>Quitar marca</translation>
    </message>
    <message>
        <source>Takes the Rician bias off dark areas; acts on MR only.</source>
        <translation>Quita el sesgo de Rice de las zonas oscuras; solo actúa en RM.</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>Diez cortes atrás</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>Diez cortes adelante</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Text at the arrow or mark</source>
        <translation>Texto en la flecha o la marca</translation>
    </message>
    <message>
        <source>Text cannot be drawn, because Pillow was built without FreeType; install it from PyPI.</source>
        <translation>No se puede dibujar texto porque Pillow se compiló sin FreeType; instálelo desde PyPI.</translation>
    </message>
    <message>
        <source>Text or drawings are stored in unused bits of these pixels and cannot be taken out; export the enhanced series instead, which does not carry them.</source>
        <translation>Hay texto o dibujos en bits no usados de estos píxeles y no se pueden quitar; exporte en su lugar la serie mejorada, que no los lleva.</translation>
    </message>
    <message>
        <source>Text: all, without patient, none</source>
        <translation>Texto: todo, sin paciente, ninguno</translation>
    </message>
    <message>
        <source>The CPU now runs the network, more slowly: {}.</source>
        <translation>Ahora la red se ejecuta en la CPU, más despacio: {}.</translation>
    </message>
    <message>
        <source>The Modality LUT is damaged, so stored values are shown.</source>
        <translation>La Modality LUT está dañada, así que se muestran los valores almacenados.</translation>
    </message>
    <message>
        <source>The ZIP archive is damaged; copy it again from where it came from.</source>
        <translation>El archivo ZIP está dañado; cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>The ZIP archive is encrypted or packed in a way that cannot be read; unpack it first.</source>
        <translation>El ZIP está cifrado o comprimido de un modo ilegible; descomprímalo antes.</translation>
    </message>
    <message>
        <source>The ZIP archive unpacks to far more than images ever do, so it was not read.</source>
        <translation>El ZIP se descomprime en mucho más de lo que ocupan unas imágenes, así que no se leyó.</translation>
    </message>
    <message>
        <source>The action has this key already.</source>
        <translation>La acción ya tiene esta tecla.</translation>
    </message>
    <message>
        <source>The active cell once more, on the other monitor: original, enhanced or as here</source>
        <translation>La celda activa otra vez, en el otro monitor: original, mejorada o como aquí</translation>
    </message>
    <message>
        <source>The chosen series has another matrix ({} instead of {}), so it cannot be compared.</source>
        <translation>La serie elegida tiene otra matriz ({} en vez de {}), así que no se puede comparar.</translation>
    </message>
    <message>
        <source>The chosen series has no slice at this place.</source>
        <translation>La serie elegida no tiene corte en este lugar.</translation>
    </message>
    <message>
        <source>The chosen series is in {} instead of {}, so it cannot be compared.</source>
        <translation>La serie elegida está en {} en vez de {}, así que no se puede comparar.</translation>
    </message>
    <message>
        <source>The chosen series was cut in another direction, so it cannot be compared.</source>
        <translation>La serie elegida se cortó en otra dirección, así que no se puede comparar.</translation>
    </message>
    <message>
        <source>The compressed image has another size than the file says, so it cannot be read.</source>
        <translation>La imagen comprimida tiene otro tamaño del que dice el archivo, así que no se puede leer.</translation>
    </message>
    <message>
        <source>The compressed image is damaged, so it cannot be read; copy the file again.</source>
        <translation>La imagen comprimida está dañada y no se puede leer; copie el archivo de nuevo.</translation>
    </message>
    <message>
        <source>The decoder for compressed images could not be started; free some memory and try again.</source>
        <translation>No se pudo iniciar el decodificador de imágenes comprimidas; libere memoria e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full, so the export was not finished; free some space or choose another folder.</source>
        <translation>El disco está lleno y la exportación no terminó; libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The enhanced series</source>
        <translation>La serie mejorada</translation>
    </message>
    <message>
        <source>The enhanced series was exported as 1 file to {folder}; the original is untouched.</source>
        <translation>La serie mejorada se exportó como 1 archivo a {folder}; el original no se ha tocado.</translation>
    </message>
    <message>
        <source>The enhanced series was exported as {count} files to {folder}; the original is untouched.</source>
        <translation>La serie mejorada se exportó como {count} archivos a {folder}; el original no se ha tocado.</translation>
    </message>
    <message>
        <source>The export folder cannot be written to; choose another folder.</source>
        <translation>No se puede escribir en la carpeta de exportación; elija otra.</translation>
    </message>
    <message>
        <source>The file could not be read from the disk; check the disk, or copy the file elsewhere.</source>
        <translation>No se pudo leer el archivo del disco; revise el disco o copie el archivo a otro sitio.</translation>
    </message>
    <message>
        <source>The file has changed since it was opened; open the study again.</source>
        <translation>El archivo ha cambiado desde que se abrió; abra el estudio de nuevo.</translation>
    </message>
    <message>
        <source>The file is damaged or was copied incompletely; copy it again from where it came from.</source>
        <translation>El archivo está dañado o se copió incompleto; cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>The file is not there any more; check that its folder or disc is still connected.</source>
        <translation>El archivo ya no está; compruebe que su carpeta o disco sigue conectado.</translation>
    </message>
    <message>
        <source>The file says one thing about its compression and does another, so it cannot be read.</source>
        <translation>El archivo dice una cosa de su compresión y hace otra, así que no se puede leer.</translation>
    </message>
    <message>
        <source>The file says that text is burned into these pixels, which may name the patient and cannot be taken out; allow burned-in text if you have looked at the images.</source>
        <translation>El archivo dice que hay texto incrustado en estos píxeles, que puede nombrar al paciente y no se puede quitar; permita el texto incrustado si ha mirado las imágenes.</translation>
    </message>
    <message>
        <source>The file unpacks to more than 1 GB, so it was not read.</source>
        <translation>El archivo se descomprime en más de 1 GB, así que no se leyó.</translation>
    </message>
    <message>
        <source>The file&apos;s header is nested or repeated beyond any sense, so it was not read further.</source>
        <translation>La cabecera del archivo está anidada o repetida sin sentido, así que no se siguió leyendo.</translation>
    </message>
    <message>
        <source>The file&apos;s header takes too long to read; it is damaged or not meant to be read.</source>
        <translation>La cabecera tarda demasiado en leerse; el archivo está dañado o no está hecho para leerse.</translation>
    </message>
    <message>
        <source>The file&apos;s own lookup table is in force; any change here replaces it.</source>
        <translation>Rige la tabla de consulta del archivo; cualquier cambio aquí la sustituye.</translation>
    </message>
    <message>
        <source>The files do not say what kind of DICOM image they are (SOP Class UID), so none can be derived.</source>
        <translation>Los archivos no dicen qué tipo de imagen DICOM son (SOP Class UID), así que no se puede derivar ninguna.</translation>
    </message>
    <message>
        <source>The film was saved as {}.</source>
        <translation>La película se guardó como {}.</translation>
    </message>
    <message>
        <source>The folder of recipes cannot be made; check the permissions of your settings folder.</source>
        <translation>No se puede crear la carpeta de recetas; revise los permisos de su carpeta de ajustes.</translation>
    </message>
    <message>
        <source>The frames of reference differ, so the patient may have moved in between.</source>
        <translation>Los marcos de referencia difieren, así que el paciente pudo moverse entremedias.</translation>
    </message>
    <message>
        <source>The guide is written in English; keys are shown as they are called here.</source>
        <translation>La guía está escrita en inglés; las teclas se nombran como aquí.</translation>
    </message>
    <message>
        <source>The image is cut short: the file holds fewer pixels than it says; copy it again.</source>
        <translation>La imagen está cortada: el archivo tiene menos píxeles de los que dice; cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The image says that it has no rows or columns, so there is nothing to show.</source>
        <translation>La imagen dice no tener filas o columnas, así que no hay nada que mostrar.</translation>
    </message>
    <message>
        <source>The images of this series are not where they were; check that their folder or disc is connected.</source>
        <translation>Las imágenes de esta serie no están donde estaban; compruebe que su carpeta o disco está conectado.</translation>
    </message>
    <message>
        <source>The key images were saved as 1 DICOM file; opened with the study it marks them again.</source>
        <translation>Las imágenes clave se guardaron como 1 archivo DICOM; abierto con el estudio las marca de nuevo.</translation>
    </message>
    <message>
        <source>The key images were saved as {} DICOM files, one for each study.</source>
        <translation>Las imágenes clave se guardaron como {} archivos DICOM, uno por estudio.</translation>
    </message>
    <message>
        <source>The like of this series in an earlier study of the patient, beside it and linked</source>
        <translation>La serie equivalente de un estudio anterior del paciente, al lado y enlazada</translation>
    </message>
    <message>
        <source>The list of this batch&apos;s tasks is damaged, so it cannot go on; start it anew.</source>
        <translation>La lista de tareas de este lote está dañada y no puede seguir; empiécelo de nuevo.</translation>
    </message>
    <message>
        <source>The measurements were saved as {} files, one for each study.</source>
        <translation>Las mediciones se guardaron en {} archivos, uno por estudio.</translation>
    </message>
    <message>
        <source>The measurements were saved as {}.</source>
        <translation>Las mediciones se guardaron como {}.</translation>
    </message>
    <message>
        <source>The method changes units, so the two do not compare.</source>
        <translation>El método cambia las unidades, así que no son comparables.</translation>
    </message>
    <message>
        <source>The method changes units: the numbers after it are not {} any more.</source>
        <translation>El método cambia las unidades: los números posteriores ya no son {}.</translation>
    </message>
    <message>
        <source>The method gave pixels that are not numbers, so the image was not saved; try other parameters.</source>
        <translation>El método dio píxeles que no son números, así que la imagen no se guardó; pruebe otros parámetros.</translation>
    </message>
    <message>
        <source>The model&apos;s specification is damaged; install the model file again.</source>
        <translation>La especificación del modelo está dañada; instale de nuevo su archivo.</translation>
    </message>
    <message>
        <source>The model&apos;s training record is damaged; install the model file again.</source>
        <translation>El registro de entrenamiento del modelo está dañado; instale de nuevo su archivo.</translation>
    </message>
    <message>
        <source>The number of frames in this file makes no sense, so they cannot be found.</source>
        <translation>El número de fotogramas de este archivo no tiene sentido, así que no se encuentran.</translation>
    </message>
    <message>
        <source>The originals, pixels unchanged</source>
        <translation>Los originales, píxeles sin cambios</translation>
    </message>
    <message>
        <source>The other study has no series of this modality and plane; drag any into a cell instead.</source>
        <translation>El otro estudio no tiene serie de esta modalidad y plano; arrastre cualquiera a una celda.</translation>
    </message>
    <message>
        <source>The page was saved as {}.</source>
        <translation>La página se guardó como {}.</translation>
    </message>
    <message>
        <source>The palette of this colour image is damaged, so it cannot be shown.</source>
        <translation>La paleta de esta imagen en color está dañada, así que no se puede mostrar.</translation>
    </message>
    <message>
        <source>The picture was saved as {}.</source>
        <translation>La imagen se guardó como {}.</translation>
    </message>
    <message>
        <source>The pixel spacing makes no sense, so lengths cannot be measured.</source>
        <translation>El espaciado de píxeles no tiene sentido, así que no se pueden medir longitudes.</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss ({}).</source>
        <translation>Los píxeles se comprimieron con pérdida ({}).</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss.</source>
        <translation>Los píxeles se comprimieron con pérdida.</translation>
    </message>
    <message>
        <source>The range of values to compare in is empty; choose a wider window.</source>
        <translation>El rango de valores para comparar está vacío; elija una ventana más ancha.</translation>
    </message>
    <message>
        <source>The recipe cannot be deleted; check the permissions of your settings folder.</source>
        <translation>No se puede borrar la receta; revise los permisos de su carpeta de ajustes.</translation>
    </message>
    <message>
        <source>The recipe is kept as “{}”.</source>
        <translation>La receta se guardó como «{}».</translation>
    </message>
    <message>
        <source>The recipe was written to {}.</source>
        <translation>La receta se escribió en {}.</translation>
    </message>
    <message>
        <source>The recipe “{}” is deleted.</source>
        <translation>La receta «{}» se ha borrado.</translation>
    </message>
    <message>
        <source>The record of how this image was made is incomplete, so it cannot be made again from it.</source>
        <translation>El registro de cómo se hizo esta imagen está incompleto, así que no se puede rehacer a partir de él.</translation>
    </message>
    <message>
        <source>The region holds no pixel; draw it larger and inside the image.</source>
        <translation>La región no contiene ningún píxel; dibújela mayor y dentro de la imagen.</translation>
    </message>
    <message>
        <source>The rescale values differ between slices; each is shown with its own.</source>
        <translation>Los valores de Rescale difieren entre cortes; cada uno se muestra con los suyos.</translation>
    </message>
    <message>
        <source>The rescale values make no sense, so stored values are shown without units.</source>
        <translation>Los valores de Rescale no tienen sentido, así que se muestran valores almacenados sin unidades.</translation>
    </message>
    <message>
        <source>The selected one, or the last one on this slice</source>
        <translation>La seleccionada, o la última de este corte</translation>
    </message>
    <message>
        <source>The series as MP4 or animated GIF, before and after</source>
        <translation>La serie como MP4 o GIF animado, antes y después</translation>
    </message>
    <message>
        <source>The series shown</source>
        <translation>La serie mostrada</translation>
    </message>
    <message>
        <source>The settings were damaged or from a newer version; Clearslice starts with its own.</source>
        <translation>Los ajustes estaban dañados o eran de una versión posterior; Clearslice arranca con los suyos.</translation>
    </message>
    <message>
        <source>The slice orientation makes no sense and is not used.</source>
        <translation>La orientación del corte no tiene sentido y no se usa.</translation>
    </message>
    <message>
        <source>The slice position makes no sense and is not used.</source>
        <translation>La posición del corte no tiene sentido y no se usa.</translation>
    </message>
    <message>
        <source>The slices differ in size or kind, so they make no volume that planes could be cut from.</source>
        <translation>Los cortes difieren en tamaño o tipo, así que no forman un volumen del que cortar planos.</translation>
    </message>
    <message>
        <source>The slices do not say where they lie, so no planes can be cut through them.</source>
        <translation>Los cortes no dicen dónde están, así que no se pueden cortar planos.</translation>
    </message>
    <message>
        <source>The slices lie at different angles or differ in pixel spacing, so they make no volume.</source>
        <translation>Los cortes tienen ángulos o espaciados distintos, así que no forman un volumen.</translation>
    </message>
    <message>
        <source>The slices name no frame of reference, so a report cannot say where something was measured on planes cut from them; save the table as CSV instead.</source>
        <translation>Los cortes no indican un marco de referencia, así que un informe no puede decir dónde se midió en los planos cortados de ellos; guarde la tabla como CSV.</translation>
    </message>
    <message>
        <source>The square is 2 × radius + 1 pixels wide.</source>
        <translation>El cuadrado mide 2 × radio + 1 píxeles de ancho.</translation>
    </message>
    <message>
        <source>The two series have no slices at the same place, so they cannot be compared.</source>
        <translation>Las dos series no tienen cortes en el mismo lugar, así que no se pueden comparar.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Then choose another method to compare with it (Shift+P)</source>
        <translation>Luego elija otro método con el que comparar (Mayús+P)</translation>
    </message>
    <message>
        <source>Then choose another method; again: compare with the original</source>
        <translation>Luego elija otro método; otra vez: comparar con el original</translation>
    </message>
    <message>
        <source>There are no images in what was opened, only other DICOM objects.</source>
        <translation>No hay imágenes en lo abierto, solo otros objetos DICOM.</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to export.</source>
        <translation>No hay imagen en escala de grises que exportar.</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to print.</source>
        <translation>No hay imagen en escala de grises que imprimir.</translation>
    </message>
    <message>
        <source>There is no grey-scale series to film.</source>
        <translation>No hay serie en escala de grises que filmar.</translation>
    </message>
    <message>
        <source>There is no image in this file.</source>
        <translation>No hay ninguna imagen en este archivo.</translation>
    </message>
    <message>
        <source>There is no key image to export; press K on a slice to mark it.</source>
        <translation>No hay imagen clave que exportar; pulse K en un corte para marcarlo.</translation>
    </message>
    <message>
        <source>There is no key image to save; press K on a slice to mark it.</source>
        <translation>No hay imagen clave que guardar; pulse K en un corte para marcarlo.</translation>
    </message>
    <message>
        <source>There is no other key image in this series; press K on a slice to mark it.</source>
        <translation>No hay otra imagen clave en esta serie; pulse K en un corte para marcarlo.</translation>
    </message>
    <message>
        <source>There is no series here that can be enhanced.</source>
        <translation>No hay aquí ninguna serie que se pueda mejorar.</translation>
    </message>
    <message>
        <source>Thickness of the slab</source>
        <translation>Grosor del bloque</translation>
    </message>
    <message>
        <source>This ZIP archive lies inside another one; unpack the outer one and open this one by itself.</source>
        <translation>Este ZIP está dentro de otro; descomprima el exterior y abra este por separado.</translation>
    </message>
    <message>
        <source>This batch is running already, in another window or on the command line.</source>
        <translation>Este lote ya está en marcha, en otra ventana o en la línea de comandos.</translation>
    </message>
    <message>
        <source>This file&apos;s VOI LUT function is unknown; its windows are shown as linear.</source>
        <translation>La función VOI LUT de este archivo es desconocida; sus ventanas se muestran lineales.</translation>
    </message>
    <message>
        <source>This image&apos;s Modality LUT has no inverse, so an enhanced copy cannot be stored in its units.</source>
        <translation>La Modality LUT de esta imagen no tiene inversa, así que no se puede guardar una copia mejorada en sus unidades.</translation>
    </message>
    <message>
        <source>This is a colour image; only grey-scale images can be enhanced.</source>
        <translation>Es una imagen en color; solo se pueden mejorar imágenes en escala de grises.</translation>
    </message>
    <message>
        <source>This is a device or the like, not a file.</source>
        <translation>Esto es un dispositivo o similar, no un archivo.</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>Esto no es un archivo DICOM.</translation>
    </message>
    <message>
        <source>This part of the ZIP archive is damaged; copy the archive again from where it came from.</source>
        <translation>Esta parte del ZIP está dañada; cópielo de nuevo desde su origen.</translation>
    </message>
    <message>
        <source>This series cannot be enhanced.</source>
        <translation>Esta serie no se puede mejorar.</translation>
    </message>
    <message>
        <source>This series holds no grey-scale images to film.</source>
        <translation>Esta serie no tiene imágenes en escala de grises que filmar.</translation>
    </message>
    <message>
        <source>This series is not grey-scale, so it cannot be enhanced.</source>
        <translation>Esta serie no está en escala de grises, así que no se puede mejorar.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the CPU.</source>
        <translation>Este corte tardó {:.2f} s en la CPU.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the graphics card.</source>
        <translation>Este corte tardó {:.2f} s en la tarjeta gráfica.</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s.</source>
        <translation>Este corte tardó {:.2f} s.</translation>
    </message>
    <message>
        <source>This slice was not enhanced, so there is no change to measure.</source>
        <translation>Este corte no se mejoró, así que no hay cambio que medir.</translation>
    </message>
    <message>
        <source>This was measured on planes that no cell shows now: {}.</source>
        <translation>Esto se midió en planos que ninguna celda muestra ahora: {}.</translation>
    </message>
    <message>
        <source>Through all slices of the series, with a slab; again: back</source>
        <translation>A través de todos los cortes de la serie, con un bloque; otra vez: volver</translation>
    </message>
    <message>
        <source>To the next screen</source>
        <translation>A la pantalla siguiente</translation>
    </message>
    <message>
        <source>Tone range</source>
        <translation>Rango tonal</translation>
    </message>
    <message>
        <source>Tool; at first window/level: right is wider, up as in the preferences</source>
        <translation>Herramienta; al principio ventana/nivel: derecha más ancha, arriba según las preferencias</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>Variación total</translation>
    </message>
    <message>
        <source>Turn Enhance on first; there is nothing to export yet.</source>
        <translation>Active antes Mejorar; aún no hay nada que exportar.</translation>
    </message>
    <message>
        <source>Turn Enhance on to see what an export would write; only the original is shown.</source>
        <translation>Active Mejorar para ver qué escribiría una exportación; solo se muestra el original.</translation>
    </message>
    <message>
        <source>Turn and mirror</source>
        <translation>Girar y reflejar</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Girar a la izquierda</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Girar a la derecha</translation>
    </message>
    <message>
        <source>Turn split line</source>
        <translation>Girar la línea de división</translation>
    </message>
    <message>
        <source>Two cells below each other</source>
        <translation>Dos celdas, una debajo de otra</translation>
    </message>
    <message>
        <source>Two cells beside each other</source>
        <translation>Dos celdas, una junto a otra</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>UIDs, by which the originals can be found again</source>
        <translation>UID con los que se pueden volver a encontrar los originales</translation>
    </message>
    <message>
        <source>UPSIDE DOWN</source>
        <translation>BOCA ABAJO</translation>
    </message>
    <message>
        <source>Under the pointer; Shift and wheel make it larger</source>
        <translation>Bajo el puntero; Mayús y la rueda la agrandan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Unsharp mask</source>
        <translation>Máscara de enfoque</translation>
    </message>
    <message>
        <source>Untreated</source>
        <translation>Sin tratar</translation>
    </message>
    <message>
        <source>Use or keep a recipe under a name</source>
        <translation>Usar o guardar una receta con un nombre</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>Guía de usuario</translation>
    </message>
    <message>
        <source>VIEW ONLY</source>
        <translation>SOLO VISUALIZACIÓN</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Variation that is taken away.</source>
        <translation>Variación que se quita.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>View {}</source>
        <translation>Vista {}</translation>
    </message>
    <message>
        <source>Wavelet</source>
        <translation>Wavelet</translation>
    </message>
    <message>
        <source>Way of playing</source>
        <translation>Modo de reproducción</translation>
    </message>
    <message>
        <source>Weakens streaks in CT, hardly anything else so far, by a trained network.</source>
        <translation>Atenúa estrías en la TC, por ahora apenas otra cosa, con una red entrenada.</translation>
    </message>
    <message>
        <source>What PSNR and SSIM refer to; both images are clipped to it</source>
        <translation>A qué se refieren PSNR y SSIM; ambas imágenes se recortan a ello</translation>
    </message>
    <message>
        <source>What a window/level drag upwards does to the image; to the right the window gets wider.</source>
        <translation>Qué hace en la imagen arrastrar hacia arriba en ventana/nivel; hacia la derecha la ventana se ensancha.</translation>
    </message>
    <message>
        <source>What an export would write now, without writing it</source>
        <translation>Lo que escribiría ahora una exportación, sin escribirlo</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Where the active cell&apos;s slice cuts the others</source>
        <translation>Dónde el corte de la celda activa cruza los demás</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>Punto blanco</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>Valor completo</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Window center</source>
        <translation>Centro de ventana</translation>
    </message>
    <message>
        <source>Window over the values in the selected region (Ctrl+0)</source>
        <translation>Ventana sobre los valores de la región seleccionada (Ctrl+0)</translation>
    </message>
    <message>
        <source>Window over the values in the selected region, or the last one on this slice</source>
        <translation>Ventana sobre los valores de la región seleccionada, o la última de este corte</translation>
    </message>
    <message>
        <source>Window over this slice&apos;s values without their extremes (key 0)</source>
        <translation>Ventana sobre los valores de este corte sin sus extremos (tecla 0)</translation>
    </message>
    <message>
        <source>Window preset {}</source>
        <translation>Preajuste de ventana {}</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>Anchura de ventana</translation>
    </message>
    <message>
        <source>Window {width} / {center}</source>
        <translation>Ventana {width} / {center}</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>Ventana/nivel</translation>
    </message>
    <message>
        <source>Without description</source>
        <translation>Sin descripción</translation>
    </message>
    <message>
        <source>Without patient</source>
        <translation>Sin paciente</translation>
    </message>
    <message>
        <source>Write the patient&apos;s name and ID under the pictures</source>
        <translation>Escribir el nombre y la ID del paciente bajo las imágenes</translation>
    </message>
    <message>
        <source>You have no permission to read this file; ask its owner for it.</source>
        <translation>No tiene permiso para leer este archivo; pídaselo a su propietario.</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom en el puntero</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Zoom {:.0%}</source>
        <translation>Zoom {:.0%}</translation>
    </message>
    <message>
        <source>Zoom; a click opens the menu</source>
        <translation>Zoom; un clic abre el menú</translation>
    </message>
    <message>
        <source>added</source>
        <translation>añadido</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>en el detector</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>born {}</source>
        <translation>nac. {}</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>calibrado</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>changes contrast on purpose, so PSNR and SSIM say little about it</source>
        <translation>cambia el contraste a propósito, por lo que PSNR y SSIM dicen poco al respecto</translation>
    </message>
    <message>
        <source>changes units</source>
        <translation>cambia las unidades</translation>
    </message>
    <message>
        <source>damaged: install it again</source>
        <translation>dañado: instálelo de nuevo</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>idéntico</translation>
    </message>
    <message>
        <source>incomplete: install it again</source>
        <translation>incompleto: instálelo de nuevo</translation>
    </message>
    <message>
        <source>install the GPU add-on</source>
        <translation>instale el complemento de GPU</translation>
    </message>
    <message>
        <source>install the [cuda] extra</source>
        <translation>instale el extra [cuda]</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertido</translation>
    </message>
    <message>
        <source>its results differ from the CPU&apos;s</source>
        <translation>sus resultados difieren de los de la CPU</translation>
    </message>
    <message>
        <source>made when it is exported</source>
        <translation>se crea al exportar</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>ficha del modelo</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>no NVIDIA GPU found</source>
        <translation>no se encontró GPU NVIDIA</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>no se encontró controlador NVIDIA</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sin tecla</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>ningún modelo instalado</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>sin unidad</translation>
    </message>
    <message>
        <source>none; choose one first</source>
        <translation>ninguno; elija uno antes</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>sin calibrar</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>no instalado</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>original {}</source>
        <translation>original {}</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>quitado</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>señal</translation>
    </message>
    <message>
        <source>strength {}</source>
        <translation>intensidad {}</translation>
    </message>
    <message>
        <source>the GPU could not be started: update the NVIDIA driver</source>
        <translation>no se pudo iniciar la GPU: actualice el controlador NVIDIA</translation>
    </message>
    <message>
        <source>the GPU failed at its first run</source>
        <translation>la GPU falló en su primera ejecución</translation>
    </message>
    <message>
        <source>the GPU failed while it ran</source>
        <translation>la GPU falló durante la ejecución</translation>
    </message>
    <message>
        <source>the NVIDIA driver does not answer</source>
        <translation>el controlador NVIDIA no responde</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime has no CUDA: install onnxruntime-gpu instead</source>
        <translation>el ONNX Runtime instalado no tiene CUDA: instale onnxruntime-gpu</translation>
    </message>
    <message>
        <source>the message is cut short</source>
        <translation>el mensaje está cortado</translation>
    </message>
    <message>
        <source>the message is damaged</source>
        <translation>el mensaje está dañado</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>{added} added (+), {removed} removed (−), {changed} changed (≠). New UIDs and times are examples; an export makes its own.</source>
        <translation>{added} añadidos (+), {removed} quitados (−), {changed} cambiados (≠). Los UID y horas nuevos son ejemplos; una exportación crea los suyos.</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} elementos</translation>
    </message>
    <message>
        <source>{count} series were exported anonymised to {folder}; the originals are untouched.</source>
        <translation>Se exportaron {count} series anonimizadas a {folder}; los originales no se han tocado.</translation>
    </message>
    <message>
        <source>{count} series were left out; the first one: {reason}</source>
        <translation>Se omitieron {count} series; la primera: {reason}</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} de {count}</translation>
    </message>
    <message>
        <source>{done} of {count} slices</source>
        <translation>{done} de {count} cortes</translation>
    </message>
    <message>
        <source>{key} cannot be given to an action: press another key.</source>
        <translation>{key} no se puede asignar a una acción: pulse otra tecla.</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} está libre.</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”, which loses it if you set it here.</source>
        <translation>{key} es la tecla de «{action}», que la pierde si la asigna aquí.</translation>
    </message>
    <message>
        <source>{note} · Clearslice {version} · printed {when}</source>
        <translation>{note} · Clearslice {version} · impreso {when}</translation>
    </message>
    <message>
        <source>{plane} · {degrees}° OBLIQUE</source>
        <translation>{plane} · OBLICUO {degrees}°</translation>
    </message>
    <message>
        <source>{plane} · {projection} {thickness} mm</source>
        <translation>{plane} · {projection} {thickness} mm</translation>
    </message>
    <message>
        <source>{} % enhanced</source>
        <translation>{} % mejorado</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} y {} más</translation>
    </message>
    <message>
        <source>{} at detector</source>
        <translation>{} en el detector</translation>
    </message>
    <message>
        <source>{} calibrated</source>
        <translation>{} calibrado</translation>
    </message>
    <message>
        <source>{} could not be opened: {}</source>
        <translation>{} no se pudieron abrir: {}</translation>
    </message>
    <message>
        <source>{} key images came with the study.</source>
        <translation>{} imágenes clave venían con el estudio.</translation>
    </message>
    <message>
        <source>{} measurements are not saved yet.</source>
        <translation>{} mediciones aún no están guardadas.</translation>
    </message>
    <message>
        <source>{} measurements came with the study; they are in the Measure panel.</source>
        <translation>{} mediciones venían con el estudio; están en el panel Medir.</translation>
    </message>
    <message>
        <source>{} more wait</source>
        <translation>{} más en espera</translation>
    </message>
    <message>
        <source>{} on the CPU: {}</source>
        <translation>{} en la CPU: {}</translation>
    </message>
    <message>
        <source>{} on the graphics card: {}</source>
        <translation>{} en la tarjeta gráfica: {}</translation>
    </message>
    <message>
        <source>{} pixels</source>
        <translation>{} píxeles</translation>
    </message>
    <message>
        <source>{} px</source>
        <translation>{} px</translation>
    </message>
    <message>
        <source>{} series</source>
        <translation>{} series</translation>
    </message>
    <message>
        <source>{} slices</source>
        <translation>{} cortes</translation>
    </message>
    <message>
        <source>{} slices are enhanced.</source>
        <translation>{} cortes mejorados.</translation>
    </message>
    <message>
        <source>{} slices/s shown, {} skipped</source>
        <translation>{} cortes/s mostrados, {} omitidos</translation>
    </message>
    <message>
        <source>{} · ACQUIRED PLANE</source>
        <translation>{} · PLANO ADQUIRIDO</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale.</source>
        <translation>{}, recuentos en escala logarítmica.</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale. Filled: before, line: after.</source>
        <translation>{}, recuentos en escala logarítmica. Relleno: antes, línea: después.</translation>
    </message>
    <message>
        <source>{}, number</source>
        <translation>{}, número</translation>
    </message>
    <message>
        <source>{}/s</source>
        <translation>{}/s</translation>
    </message>
    <message>
        <source>{}: W {:g} C {:g} (key {})</source>
        <translation>{}: W {:g} C {:g} (tecla {})</translation>
    </message>
    <message>
        <source>{}: cells move together</source>
        <translation>{}: las celdas se mueven juntas</translation>
    </message>
    <message>
        <source>{}: each cell for itself</source>
        <translation>{}: cada celda por su cuenta</translation>
    </message>
    <message>
        <source>{}: linked here</source>
        <translation>{}: enlazado aquí</translation>
    </message>
    <message>
        <source>{}: not linked here</source>
        <translation>{}: no enlazado aquí</translation>
    </message>
    <message>
        <source>{}: the file&apos;s own window (key {})</source>
        <translation>{}: la ventana del propio archivo (tecla {})</translation>
    </message>
    <message>
        <source>▸ running</source>
        <translation>▸ en curso</translation>
    </message>
    <message>
        <source>★ {series}, slice {number} of {count}</source>
        <translation>★ {series}, corte {number} de {count}</translation>
    </message>
</context>
</TS>
