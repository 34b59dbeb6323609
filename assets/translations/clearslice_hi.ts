<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN">
<context>
    <name></name>
    <message>
        <source> /s</source>
        <translation> /से</translation>
    </message>
    <message>
        <source> frames per second</source>
        <translation> फ़्रेम प्रति सेकंड</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> · {minutes} min to go</source>
        <translation> · {minutes} मिनट शेष</translation>
    </message>
    <message>
        <source> · {seconds} s to go</source>
        <translation> · {seconds} से शेष</translation>
    </message>
    <message>
        <source>(not {})</source>
        <translation>({} नहीं)</translation>
    </message>
    <message>
        <source>* Changes contrast on purpose, so PSNR and SSIM say little about it.</source>
        <translation>* जानबूझकर कंट्रास्ट बदलता है, इसलिए PSNR और SSIM इसके बारे में कम बताते हैं।</translation>
    </message>
    <message>
        <source>+ Add a step</source>
        <translation>+ चरण जोड़ें</translation>
    </message>
    <message>
        <source>1 again</source>
        <translation>1 फिर से</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 आइटम</translation>
    </message>
    <message>
        <source>1 key image came with the study.</source>
        <translation>स्टडी के साथ 1 मुख्य छवि आई।</translation>
    </message>
    <message>
        <source>1 measurement came with the study; it is in the Measure panel.</source>
        <translation>स्टडी के साथ 1 माप आया; वह माप पैनल में है।</translation>
    </message>
    <message>
        <source>1 measurement is not saved yet.</source>
        <translation>1 माप अभी सहेजा नहीं गया है।</translation>
    </message>
    <message>
        <source>1 more waits</source>
        <translation>1 और प्रतीक्षा में</translation>
    </message>
    <message>
        <source>1 series</source>
        <translation>1 सीरीज़</translation>
    </message>
    <message>
        <source>1 series was exported anonymised to {folder}; the original is untouched.</source>
        <translation>1 सीरीज़ अनामित करके {folder} में एक्सपोर्ट की गई; मूल अपरिवर्तित है।</translation>
    </message>
    <message>
        <source>1 series was left out: {reason}</source>
        <translation>1 सीरीज़ छोड़ दी गई: {reason}</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 स्लाइस</translation>
    </message>
    <message>
        <source>A CT, an MR and a chest radiograph that come with the program</source>
        <translation>प्रोग्राम के साथ आने वाले एक CT, एक MR और छाती का एक एक्स-रे</translation>
    </message>
    <message>
        <source>A batch ended before it was finished: {done} of {count} series are done.</source>
        <translation>एक बैच पूरा होने से पहले रुक गया: {count} में से {done} सीरीज़ पूरी हुईं।</translation>
    </message>
    <message>
        <source>A batch ended before it was finished; it goes on from Enhance, Enhance many series.</source>
        <translation>एक बैच पूरा होने से पहले रुक गया; वह &quot;सुधारें, कई सीरीज़ सुधारें&quot; से आगे बढ़ेगा।</translation>
    </message>
    <message>
        <source>A damaged part of the header was left out.</source>
        <translation>हेडर का एक क्षतिग्रस्त भाग छोड़ दिया गया।</translation>
    </message>
    <message>
        <source>A key object selection; your files are left as they are</source>
        <translation>एक Key Object Selection; आपकी फ़ाइलें वैसी ही रहती हैं</translation>
    </message>
    <message>
        <source>A recipe holds one or more [[step]] tables and nothing else.</source>
        <translation>रेसिपी में एक या अधिक [[step]] तालिकाएँ होती हैं और कुछ नहीं।</translation>
    </message>
    <message>
        <source>A recipe needs a name.</source>
        <translation>रेसिपी को एक नाम चाहिए।</translation>
    </message>
    <message>
        <source>A recipe&apos;s name becomes a file&apos;s, so it may not hold &lt; &gt; : &quot; / \ | ? * or end with a dot.</source>
        <translation>रेसिपी का नाम फ़ाइल का नाम बनता है, इसलिए उसमें &lt; &gt; : &quot; / \ | ? * नहीं हो सकते और वह बिंदु पर समाप्त नहीं हो सकता।</translation>
    </message>
    <message>
        <source>A window in this file makes no sense and was left out.</source>
        <translation>इस फ़ाइल की एक विंडो अर्थहीन है और छोड़ दी गई।</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>AI</translation>
    </message>
    <message>
        <source>AI PROCESSED</source>
        <translation>AI द्वारा संसाधित</translation>
    </message>
    <message>
        <source>AS OPENED · DERIVED</source>
        <translation>जैसा खोला गया · व्युत्पन्न</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>उदर</translation>
    </message>
    <message>
        <source>About Clearslice</source>
        <translation>Clearslice के बारे में</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>स्वीकार करें</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>क्रिया</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>क्रियाएँ और उनकी कुंजियाँ</translation>
    </message>
    <message>
        <source>Active cell takes part in links</source>
        <translation>सक्रिय सेल लिंक में भाग लेता है</translation>
    </message>
    <message>
        <source>Active cell:</source>
        <translation>सक्रिय सेल:</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>जोड़ें</translation>
    </message>
    <message>
        <source>After one measurement window/level comes back; else the tool stays until another is chosen.</source>
        <translation>एक माप के बाद विंडो/लेवल लौट आता है; अन्यथा दूसरा चुनने तक टूल बना रहता है।</translation>
    </message>
    <message>
        <source>Again: the file&apos;s next window</source>
        <translation>फिर से: फ़ाइल की अगली विंडो</translation>
    </message>
    <message>
        <source>Against pinned: {}</source>
        <translation>पिन किए गए की तुलना में: {}</translation>
    </message>
    <message>
        <source>Against the original</source>
        <translation>मूल की तुलना में</translation>
    </message>
    <message>
        <source>Against the original slice over {}.</source>
        <translation>मूल स्लाइस की तुलना में, {} पर।</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>All images lie at the same place; they are in order of their numbers.</source>
        <translation>सभी छवियाँ एक ही स्थान पर हैं; वे अपनी संख्या के क्रम में हैं।</translation>
    </message>
    <message>
        <source>All series that are open</source>
        <translation>खुली हुई सभी सीरीज़</translation>
    </message>
    <message>
        <source>All text</source>
        <translation>पूरा टेक्स्ट</translation>
    </message>
    <message>
        <source>Along {}, in {}.</source>
        <translation>{} के साथ, {} में।</translation>
    </message>
    <message>
        <source>Along {}, in {}. Thick: before, amber: after.</source>
        <translation>{} के साथ, {} में। मोटी: पहले, अंबर: बाद में।</translation>
    </message>
    <message>
        <source>Also images that say text is burned into them</source>
        <translation>वे छवियाँ भी जिनमें अंकित टेक्स्ट बताया गया है</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>An image lacks the identifiers that a DICOM document refers to; save CSV or pictures instead.</source>
        <translation>एक छवि में वे पहचान संख्याएँ नहीं हैं जिनका DICOM दस्तावेज़ हवाला देता है; इसके बजाय CSV या चित्र सहेजें।</translation>
    </message>
    <message>
        <source>An overlay of this image is damaged and is not shown.</source>
        <translation>इस छवि का एक ओवरले क्षतिग्रस्त है और दिखाया नहीं जाता।</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>कोण</translation>
    </message>
    <message>
        <source>Animated GIF (*.gif)</source>
        <translation>एनिमेटेड GIF (*.gif)</translation>
    </message>
    <message>
        <source>Animated GIF, for web pages</source>
        <translation>एनिमेटेड GIF, वेब पेज के लिए</translation>
    </message>
    <message>
        <source>Anonymise by the DICOM Basic Profile</source>
        <translation>DICOM मूल प्रोफ़ाइल से अनामित करें</translation>
    </message>
    <message>
        <source>Another series</source>
        <translation>अन्य सीरीज़</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>रूप</translation>
    </message>
    <message>
        <source>Apply another method to the result of what is done already</source>
        <translation>अब तक के परिणाम पर एक और विधि लगाएँ</translation>
    </message>
    <message>
        <source>Apply to series</source>
        <translation>सीरीज़ पर लागू करें</translation>
    </message>
    <message>
        <source>Apply to whole series</source>
        <translation>पूरी सीरीज़ पर लागू करें</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>तीर</translation>
    </message>
    <message>
        <source>Arrow with text</source>
        <translation>टेक्स्ट सहित तीर</translation>
    </message>
    <message>
        <source>As a DICOM key object selection, which marks them again when it is opened with the study</source>
        <translation>DICOM Key Object Selection के रूप में, जो स्टडी के साथ खुलने पर उन्हें फिर चिह्नित करता है</translation>
    </message>
    <message>
        <source>As a DICOM structured report, which opens with the study again</source>
        <translation>DICOM संरचित रिपोर्ट के रूप में, जो स्टडी के साथ फिर खुलती है</translation>
    </message>
    <message>
        <source>As a TOML file, which “clearslice enhance --recipe” reads too</source>
        <translation>TOML फ़ाइल के रूप में, जिसे “clearslice enhance --recipe” भी पढ़ता है</translation>
    </message>
    <message>
        <source>As exported</source>
        <translation>एक्सपोर्ट जैसा</translation>
    </message>
    <message>
        <source>As in the main window</source>
        <translation>मुख्य विंडो की तरह</translation>
    </message>
    <message>
        <source>As seen, without patient</source>
        <translation>जैसा दिखता है, रोगी के बिना</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>सिस्टम जैसा</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>स्वतः</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>स्वचालित</translation>
    </message>
    <message>
        <source>Automatic ({})</source>
        <translation>स्वचालित ({})</translation>
    </message>
    <message>
        <source>Automatic takes a graphics card that works, else the CPU; from the next start on.</source>
        <translation>स्वचालित काम करने वाला ग्राफ़िक्स कार्ड लेता है, नहीं तो CPU; अगली शुरुआत से।</translation>
    </message>
    <message>
        <source>Averages patches that look alike; slow, keeps texture.</source>
        <translation>समान दिखने वाले पैच का औसत लेता है; धीमा, टेक्सचर बनाए रखता है।</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>एक्सियल</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over original</source>
        <translation>मिश्रण · {} सुधारी गई, मूल के ऊपर</translation>
    </message>
    <message>
        <source>BLEND · {} enhanced over pinned</source>
        <translation>मिश्रण · {} सुधारी गई, पिन की गई के ऊपर</translation>
    </message>
    <message>
        <source>Back to {:g}</source>
        <translation>{:g} पर वापस</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>शुरू करने से पहले</translation>
    </message>
    <message>
        <source>Below 1 brightens, above 1 darkens.</source>
        <translation>1 से कम उजला करता है, 1 से अधिक गहरा।</translation>
    </message>
    <message>
        <source>Bilateral</source>
        <translation>बाइलेटरल</translation>
    </message>
    <message>
        <source>Black point</source>
        <translation>काला बिंदु</translation>
    </message>
    <message>
        <source>Black-and-white images are shown, but not enhanced.</source>
        <translation>दो-रंगी (श्वेत-श्याम) छवियाँ दिखाई जाती हैं, पर सुधारी नहीं जातीं।</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>मिश्रण</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>अस्थि</translation>
    </message>
    <message>
        <source>Both at once, in any proportion</source>
        <translation>दोनों एक साथ, किसी भी अनुपात में</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>मस्तिष्क</translation>
    </message>
    <message>
        <source>Brightens or darkens the middle grey values.</source>
        <translation>मध्य ग्रे मानों को उजला या गहरा करता है।</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>अधिक उजला</translation>
    </message>
    <message>
        <source>Brings out local contrast everywhere, within a limit.</source>
        <translation>हर जगह स्थानीय कंट्रास्ट उभारता है, एक सीमा तक।</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile</source>
        <translation>DICOM Basic Application Level Confidentiality Profile के अनुसार</translation>
    </message>
    <message>
        <source>By the DICOM Basic Application Level Confidentiality Profile (PS3.15 Annex E): names, numbers, dates, descriptions and private elements go; one patient keeps one pseudonym and UIDs still belong together within this export.</source>
        <translation>DICOM Basic Application Level Confidentiality Profile (PS3.15 परिशिष्ट E) के अनुसार: नाम, संख्याएँ, तिथियाँ, विवरण और निजी एलिमेंट हटते हैं; एक रोगी का एक ही छद्मनाम रहता है और इस एक्सपोर्ट में UID आपस में जुड़े रहते हैं।</translation>
    </message>
    <message>
        <source>CLAHE</source>
        <translation>CLAHE</translation>
    </message>
    <message>
        <source>CNR of {} and {}: {}</source>
        <translation>{} और {} का CNR: {}</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>CSV for a spreadsheet, before and after in columns</source>
        <translation>स्प्रेडशीट के लिए CSV, पहले और बाद कॉलम में</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Cancel, then reset</source>
        <translation>रद्द करें, फिर रीसेट करें</translation>
    </message>
    <message>
        <source>Careful: these images are not known to be of the same patient.</source>
        <translation>सावधान: यह ज्ञात नहीं कि ये छवियाँ एक ही रोगी की हैं।</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>सेल</translation>
    </message>
    <message>
        <source>Center</source>
        <translation>केंद्र</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>बदला हुआ</translation>
    </message>
    <message>
        <source>Changes only</source>
        <translation>केवल परिवर्तन</translation>
    </message>
    <message>
        <source>Changes units: HU or signal can no longer be read off the result.</source>
        <translation>इकाइयाँ बदलता है: परिणाम से HU या सिग्नल अब नहीं पढ़े जा सकते।</translation>
    </message>
    <message>
        <source>Choose a series</source>
        <translation>सीरीज़ चुनें</translation>
    </message>
    <message>
        <source>Choose an action, then press its new key in the field.</source>
        <translation>एक क्रिया चुनें, फिर फ़ील्ड में उसकी नई कुंजी दबाएँ।</translation>
    </message>
    <message>
        <source>Choose folder and start…</source>
        <translation>फ़ोल्डर चुनें और शुरू करें…</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>फ़ोल्डर चुनें…</translation>
    </message>
    <message>
        <source>Choose the series to compare with; open one of this modality if none is offered.</source>
        <translation>तुलना के लिए सीरीज़ चुनें; कोई उपलब्ध न हो तो इस मॉडैलिटी की एक सीरीज़ खोलें।</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>सिने</translation>
    </message>
    <message>
        <source>Cine back and forth</source>
        <translation>सिने आगे-पीछे</translation>
    </message>
    <message>
        <source>Cine faster</source>
        <translation>सिने तेज़</translation>
    </message>
    <message>
        <source>Cine slower</source>
        <translation>सिने धीमा</translation>
    </message>
    <message>
        <source>Clear recent</source>
        <translation>हालिया सूची साफ़ करें</translation>
    </message>
    <message>
        <source>Clearslice is not for diagnostic use.</source>
        <translation>Clearslice नैदानिक उपयोग के लिए नहीं है।</translation>
    </message>
    <message>
        <source>Clearslice made it with a neural network.</source>
        <translation>Clearslice ने इसे न्यूरल नेटवर्क से बनाया।</translation>
    </message>
    <message>
        <source>Clearslice made it.</source>
        <translation>Clearslice ने इसे बनाया।</translation>
    </message>
    <message>
        <source>Click each corner; double click to end it</source>
        <translation>हर कोने पर क्लिक करें; डबल-क्लिक से समाप्त</translation>
    </message>
    <message>
        <source>Click or drag: all planes go there</source>
        <translation>क्लिक करें या खींचें: सभी तल वहाँ जाते हैं</translation>
    </message>
    <message>
        <source>Click where it belongs; double click to change it</source>
        <translation>जहाँ चाहिए वहाँ क्लिक करें; बदलने के लिए डबल-क्लिक</translation>
    </message>
    <message>
        <source>Close all</source>
        <translation>सभी बंद करें</translation>
    </message>
    <message>
        <source>Close cine</source>
        <translation>सिने बंद करें</translation>
    </message>
    <message>
        <source>Close planes</source>
        <translation>तल बंद करें</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>बिना सहेजे बंद करें</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>कॉब कोण</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>रंगीन</translation>
    </message>
    <message>
        <source>Colour images are shown, but not enhanced: the methods work on grey values.</source>
        <translation>रंगीन छवियाँ दिखाई जाती हैं, पर सुधारी नहीं जातीं: विधियाँ ग्रे मानों पर काम करती हैं।</translation>
    </message>
    <message>
        <source>Colour images have no window.</source>
        <translation>रंगीन छवियों की विंडो नहीं होती।</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>कमिट</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>इससे तुलना करें</translation>
    </message>
    <message>
        <source>Compare with prior</source>
        <translation>पिछली जाँच से तुलना करें</translation>
    </message>
    <message>
        <source>Compare with the enhanced export</source>
        <translation>सुधारे गए एक्सपोर्ट से तुलना करें</translation>
    </message>
    <message>
        <source>Compare with the series on screen</source>
        <translation>स्क्रीन पर दिख रही सीरीज़ से तुलना करें</translation>
    </message>
    <message>
        <source>Compare with this study</source>
        <translation>इस स्टडी से तुलना करें</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>तुलना</translation>
    </message>
    <message>
        <source>Comparison: less</source>
        <translation>तुलना: कम</translation>
    </message>
    <message>
        <source>Comparison: more</source>
        <translation>तुलना: अधिक</translation>
    </message>
    <message>
        <source>Compressed with loss: {ratio}</source>
        <translation>हानि सहित संपीड़ित: {ratio}</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>विषय-सूची</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>जारी रखें</translation>
    </message>
    <message>
        <source>Contrast limit</source>
        <translation>कंट्रास्ट सीमा</translation>
    </message>
    <message>
        <source>Contrast stretching</source>
        <translation>कंट्रास्ट विस्तार</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>तालिका कॉपी करें</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>मान कॉपी करें</translation>
    </message>
    <message>
        <source>Copy with tabs, for a spreadsheet (Ctrl+C in the table)</source>
        <translation>स्प्रेडशीट के लिए टैब सहित कॉपी करें (तालिका में Ctrl+C)</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>कोरोनल</translation>
    </message>
    <message>
        <source>Could not be opened ({})</source>
        <translation>नहीं खुल सकीं ({})</translation>
    </message>
    <message>
        <source>Crosshair</source>
        <translation>क्रॉसहेयर</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + व्हील</translation>
    </message>
    <message>
        <source>Ctrl in a drag</source>
        <translation>खींचते समय Ctrl</translation>
    </message>
    <message>
        <source>DERIVED</source>
        <translation>व्युत्पन्न</translation>
    </message>
    <message>
        <source>DICOM tags of this slice, compared with what an export would write</source>
        <translation>इस स्लाइस के DICOM टैग, एक्सपोर्ट जो लिखेगा उससे तुलना में</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR: half a unit narrower at either end</source>
        <translation>DICOM का LINEAR: दोनों सिरों पर आधी इकाई संकरा</translation>
    </message>
    <message>
        <source>DICOM&apos;s LINEAR_EXACT: for values with decimals</source>
        <translation>DICOM का LINEAR_EXACT: दशमलव मानों के लिए</translation>
    </message>
    <message>
        <source>DICOM&apos;s SIGMOID: soft ends, nothing is cut off</source>
        <translation>DICOM का SIGMOID: नरम सिरे, कुछ नहीं कटता</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − original</source>
        <translation>अंतर · सुधारी गई − मूल</translation>
    </message>
    <message>
        <source>DIFFERENCE · enhanced − pinned</source>
        <translation>अंतर · सुधारी गई − पिन की गई</translation>
    </message>
    <message>
        <source>DIFFERENT PATIENTS</source>
        <translation>अलग-अलग रोगी</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>गहरा</translation>
    </message>
    <message>
        <source>Dark for reading rooms, light for bright ones. Images are on black in both.</source>
        <translation>रीडिंग रूम के लिए गहरा, उजले कमरों के लिए हल्का। छवियाँ दोनों में काले पर होती हैं।</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>अधिक गहरा</translation>
    </message>
    <message>
        <source>Data elements</source>
        <translation>डेटा एलिमेंट</translation>
    </message>
    <message>
        <source>Data range</source>
        <translation>डेटा परास</translation>
    </message>
    <message>
        <source>Data range {} ({}).</source>
        <translation>डेटा परास {} ({})।</translation>
    </message>
    <message>
        <source>Dates, moved by the same number of days</source>
        <translation>तिथियाँ, समान दिनों से खिसकाई गईं</translation>
    </message>
    <message>
        <source>Delete all measurements on this slice</source>
        <translation>इस स्लाइस के सभी माप हटाएँ</translation>
    </message>
    <message>
        <source>Delete measurement</source>
        <translation>माप हटाएँ</translation>
    </message>
    <message>
        <source>Delete recipe</source>
        <translation>रेसिपी हटाएँ</translation>
    </message>
    <message>
        <source>Demo studies</source>
        <translation>डेमो स्टडी</translation>
    </message>
    <message>
        <source>Denoise (AI)</source>
        <translation>नॉइज़ घटाएँ (AI)</translation>
    </message>
    <message>
        <source>Device identity</source>
        <translation>उपकरण की पहचान</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>अंतर</translation>
    </message>
    <message>
        <source>Differences up to about this are smoothed.</source>
        <translation>लगभग इतने तक के अंतर समतल किए जाते हैं।</translation>
    </message>
    <message>
        <source>Dismiss message</source>
        <translation>संदेश हटाएँ</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>दूरी</translation>
    </message>
    <message>
        <source>Do step {}, {}, earlier</source>
        <translation>चरण {}, {}, पहले करें</translation>
    </message>
    <message>
        <source>Do this step earlier</source>
        <translation>यह चरण पहले करें</translation>
    </message>
    <message>
        <source>Dose distributions are shown, but not enhanced.</source>
        <translation>डोज़ वितरण दिखाए जाते हैं, पर सुधारे नहीं जाते।</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>डबल-क्लिक</translation>
    </message>
    <message>
        <source>Double-click does the same</source>
        <translation>डबल-क्लिक भी यही करता है</translation>
    </message>
    <message>
        <source>Doubles rows and columns and sharpens edges, by a trained network.</source>
        <translation>प्रशिक्षित नेटवर्क से पंक्तियाँ और कॉलम दोगुने करता है और किनारे तीखे करता है।</translation>
    </message>
    <message>
        <source>Drag a line along each end plate</source>
        <translation>प्रत्येक एंड प्लेट के साथ एक रेखा खींचें</translation>
    </message>
    <message>
        <source>Drag a measurement</source>
        <translation>माप को खींचना</translation>
    </message>
    <message>
        <source>Drag a series from the list to here</source>
        <translation>सूची से कोई सीरीज़ यहाँ खींचें</translation>
    </message>
    <message>
        <source>Drag from corner to corner, or click both</source>
        <translation>एक कोने से दूसरे कोने तक खींचें, या दोनों पर क्लिक करें</translation>
    </message>
    <message>
        <source>Drag from end to end, or click both</source>
        <translation>एक सिरे से दूसरे तक खींचें, या दोनों पर क्लिक करें</translation>
    </message>
    <message>
        <source>Drag from what is meant to the words</source>
        <translation>लक्ष्य से शब्दों तक खींचें</translation>
    </message>
    <message>
        <source>Drag one leg to the vertex, then click the other&apos;s end</source>
        <translation>एक भुजा शीर्ष तक खींचें, फिर दूसरी के सिरे पर क्लिक करें</translation>
    </message>
    <message>
        <source>Drag the line</source>
        <translation>रेखा खींचें</translation>
    </message>
    <message>
        <source>Drag the orange line</source>
        <translation>नारंगी रेखा खींचना</translation>
    </message>
    <message>
        <source>Drag up is brighter</source>
        <translation>ऊपर खींचने पर उजला</translation>
    </message>
    <message>
        <source>Dragging up</source>
        <translation>ऊपर खींचना</translation>
    </message>
    <message>
        <source>Draw a distance (D) to see the values along it, before and after.</source>
        <translation>दूरी (D) खींचें और उसके साथ के मान देखें, पहले और बाद।</translation>
    </message>
    <message>
        <source>Draw a region first: an ellipse (E) or a rectangle (Shift+E).</source>
        <translation>पहले एक क्षेत्र बनाएँ: दीर्घवृत्त (E) या आयत (Shift+E)।</translation>
    </message>
    <message>
        <source>Draw once</source>
        <translation>एक बार बनाएँ</translation>
    </message>
    <message>
        <source>Draw once, then window/level again</source>
        <translation>एक बार बनाएँ, फिर वापस विंडो/लेवल</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive here</source>
        <translation>फ़ाइलें, फ़ोल्डर या ZIP यहाँ छोड़ें</translation>
    </message>
    <message>
        <source>Drop files, folders or a ZIP archive on the window to open a study.</source>
        <translation>स्टडी खोलने के लिए फ़ाइलें, फ़ोल्डर या ZIP विंडो पर छोड़ें।</translation>
    </message>
    <message>
        <source>ENHANCED</source>
        <translation>सुधारी गई</translation>
    </message>
    <message>
        <source>ENHANCING …</source>
        <translation>सुधार जारी …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>संपादन</translation>
    </message>
    <message>
        <source>Edit this step</source>
        <translation>यह चरण संपादित करें</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>दीर्घवृत्त</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>खाली</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>सुधारें</translation>
    </message>
    <message>
        <source>Enhance every slice now, so that scrolling shows results at once</source>
        <translation>अभी हर स्लाइस सुधारें, ताकि स्क्रोल करने पर परिणाम तुरंत दिखें</translation>
    </message>
    <message>
        <source>Enhance is off, so the film shows the original alone.</source>
        <translation>सुधार बंद है, इसलिए फ़िल्म केवल मूल दिखाती है।</translation>
    </message>
    <message>
        <source>Enhance many series</source>
        <translation>कई सीरीज़ सुधारें</translation>
    </message>
    <message>
        <source>Enhance many series…</source>
        <translation>कई सीरीज़ सुधारें…</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>सुधारी गई</translation>
    </message>
    <message>
        <source>Enhancement</source>
        <translation>सुधार</translation>
    </message>
    <message>
        <source>Enhancement is off. Switch it on to measure what it changes.</source>
        <translation>सुधार बंद है। वह क्या बदलता है, यह मापने के लिए उसे चालू करें।</translation>
    </message>
    <message>
        <source>Enhancing</source>
        <translation>सुधार जारी</translation>
    </message>
    <message>
        <source>Enhancing the series</source>
        <translation>सीरीज़ सुधारी जा रही है</translation>
    </message>
    <message>
        <source>Enhancing the volume</source>
        <translation>वॉल्यूम सुधारा जा रहा है</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>एक्सपोर्ट</translation>
    </message>
    <message>
        <source>Export 16-bit picture…</source>
        <translation>16-बिट चित्र एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export anonymised</source>
        <translation>अनामित एक्सपोर्ट</translation>
    </message>
    <message>
        <source>Export anonymised to folder</source>
        <translation>फ़ोल्डर में अनामित एक्सपोर्ट</translation>
    </message>
    <message>
        <source>Export anonymised…</source>
        <translation>अनामित एक्सपोर्ट…</translation>
    </message>
    <message>
        <source>Export as pictures…</source>
        <translation>चित्रों के रूप में एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export enhanced series to folder</source>
        <translation>सुधारी गई सीरीज़ फ़ोल्डर में एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Export enhanced series…</source>
        <translation>सुधारी गई सीरीज़ एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export film</source>
        <translation>फ़िल्म एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>फ़िल्म एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export key images</source>
        <translation>मुख्य छवियाँ एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Export key images…</source>
        <translation>मुख्य छवियाँ एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export page</source>
        <translation>पृष्ठ एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Export page as PDF…</source>
        <translation>पृष्ठ PDF में एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>चित्र एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Export picture with patient…</source>
        <translation>रोगी सहित चित्र एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>चित्र एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export recipe</source>
        <translation>रेसिपी एक्सपोर्ट करें</translation>
    </message>
    <message>
        <source>Export recipe…</source>
        <translation>रेसिपी एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Export series…</source>
        <translation>सीरीज़ एक्सपोर्ट करें…</translation>
    </message>
    <message>
        <source>Exporting anonymised</source>
        <translation>अनामित एक्सपोर्ट जारी</translation>
    </message>
    <message>
        <source>Exporting key images</source>
        <translation>मुख्य छवियाँ एक्सपोर्ट हो रही हैं</translation>
    </message>
    <message>
        <source>Exporting the enhanced series</source>
        <translation>सुधारी गई सीरीज़ एक्सपोर्ट हो रही है</translation>
    </message>
    <message>
        <source>Exporting the film</source>
        <translation>फ़िल्म एक्सपोर्ट हो रही है</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>File {}</source>
        <translation>फ़ाइल {}</translation>
    </message>
    <message>
        <source>Files that could not be opened</source>
        <translation>फ़ाइलें जो नहीं खुल सकीं</translation>
    </message>
    <message>
        <source>Films are written as .mp4 or .gif; choose a name that ends so.</source>
        <translation>फ़िल्में .mp4 या .gif में लिखी जाती हैं; ऐसा नाम चुनें जो इससे समाप्त हो।</translation>
    </message>
    <message>
        <source>Filter by modality</source>
        <translation>मॉडैलिटी से छाँटें</translation>
    </message>
    <message>
        <source>Filter by words or number</source>
        <translation>शब्द या संख्या से छाँटें</translation>
    </message>
    <message>
        <source>Filter series</source>
        <translation>सीरीज़ छाँटें</translation>
    </message>
    <message>
        <source>Find series</source>
        <translation>सीरीज़ खोजें</translation>
    </message>
    <message>
        <source>Finished: {done} of {count} series are in {folder}.</source>
        <translation>पूर्ण: {count} में से {done} सीरीज़ {folder} में हैं।</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>पहली स्लाइस</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>फ़िट करें</translation>
    </message>
    <message>
        <source>Flattens areas between edges; too much looks painted.</source>
        <translation>किनारों के बीच के क्षेत्र समतल करता है; अधिक होने पर चित्रित-सा दिखता है।</translation>
    </message>
    <message>
        <source>Flicker</source>
        <translation>बारी-बारी</translation>
    </message>
    <message>
        <source>Found {}</source>
        <translation>{} मिला</translation>
    </message>
    <message>
        <source>Four cells</source>
        <translation>चार सेल</translation>
    </message>
    <message>
        <source>Four times as fast</source>
        <translation>चार गुना तेज़</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>मुक्तहस्त क्षेत्र</translation>
    </message>
    <message>
        <source>From a region</source>
        <translation>क्षेत्र से</translation>
    </message>
    <message>
        <source>From the file</source>
        <translation>फ़ाइल से</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>पूरा परास</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>पूर्ण स्क्रीन</translation>
    </message>
    <message>
        <source>GPU add-on</source>
        <translation>GPU ऐड-ऑन</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>गामा</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>गॉसियन</translation>
    </message>
    <message>
        <source>General</source>
        <translation>सामान्य</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>छोड़ दें</translation>
    </message>
    <message>
        <source>Gives every grey level the same share of the picture.</source>
        <translation>हर ग्रे स्तर को चित्र में समान हिस्सा देता है।</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>आगे बढ़ें</translation>
    </message>
    <message>
        <source>Go round it with the button down</source>
        <translation>बटन दबाए रखकर चारों ओर घुमाएँ</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>ग्राफ़िक्स कार्ड</translation>
    </message>
    <message>
        <source>HU start at an arbitrary zero: read SNR only as before against after.</source>
        <translation>HU का शून्य मनमाना है: SNR को केवल पहले बनाम बाद के रूप में पढ़ें।</translation>
    </message>
    <message>
        <source>Harder</source>
        <translation>अधिक कठोर</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <source>Histogram equalization</source>
        <translation>हिस्टोग्राम समकरण</translation>
    </message>
    <message>
        <source>Histogram of the slice with the window</source>
        <translation>विंडो सहित स्लाइस का हिस्टोग्राम</translation>
    </message>
    <message>
        <source>Hold Space</source>
        <translation>Space दबाए रखें</translation>
    </message>
    <message>
        <source>Hold Space for a glance</source>
        <translation>झलक के लिए Space दबाए रखें</translation>
    </message>
    <message>
        <source>How much noise is added</source>
        <translation>कितना नॉइज़ जोड़ा जाता है</translation>
    </message>
    <message>
        <source>How much noise the network is told there is, relative to what was measured.</source>
        <translation>मापे गए नॉइज़ के सापेक्ष नेटवर्क को बताया गया नॉइज़।</translation>
    </message>
    <message>
        <source>How much of the difference is added.</source>
        <translation>अंतर का कितना भाग जोड़ा जाता है।</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; moving it computes nothing anew.</source>
        <translation>विधि के परिणाम का कितना भाग स्लाइस में मिलाया जाता है; इसे बदलने से कुछ दोबारा नहीं गिना जाता।</translation>
    </message>
    <message>
        <source>How much of the method&apos;s result is mixed into the slice; the steps after this one run again.</source>
        <translation>विधि के परिणाम का कितना भाग स्लाइस में मिलाया जाता है; इसके बाद के चरण फिर चलते हैं।</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>छवियाँ</translation>
    </message>
    <message>
        <source>Import recipe</source>
        <translation>रेसिपी इंपोर्ट करें</translation>
    </message>
    <message>
        <source>Import recipe…</source>
        <translation>रेसिपी इंपोर्ट करें…</translation>
    </message>
    <message>
        <source>In CT {}, {:g} / {:g}</source>
        <translation>CT में {}, {:g} / {:g}</translation>
    </message>
    <message>
        <source>Institution identity</source>
        <translation>संस्थान की पहचान</translation>
    </message>
    <message>
        <source>Interface scale</source>
        <translation>इंटरफ़ेस का पैमाना</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>उलटें</translation>
    </message>
    <message>
        <source>It is not a medical device, and nobody has approved it as one. Enhancing can hide findings or make up structures that are not there, however good the image looks. Look at the original beside it, and do not base a diagnosis or a treatment on an enhanced image.

Your originals are never changed, and nothing leaves this computer unless you export it.</source>
        <translation>यह चिकित्सा उपकरण नहीं है, और किसी ने इसे ऐसा स्वीकृत नहीं किया है। छवि कितनी भी अच्छी दिखे, सुधार निष्कर्षों को छिपा सकता है या ऐसी संरचनाएँ गढ़ सकता है जो हैं ही नहीं। बगल में मूल देखें, और निदान या उपचार को सुधारी गई छवि पर आधारित न करें।

आपके मूल कभी नहीं बदले जाते, और आपके एक्सपोर्ट किए बिना कुछ भी इस कंप्यूटर से बाहर नहीं जाता।</translation>
    </message>
    <message>
        <source>It takes the place of the recipe that has this name.</source>
        <translation>यह इसी नाम की रेसिपी का स्थान लेती है।</translation>
    </message>
    <message>
        <source>It took {:.2f} s.</source>
        <translation>इसमें {:.2f} से लगे।</translation>
    </message>
    <message>
        <source>KEY {}</source>
        <translation>मुख्य {}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>रखें</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>खुला रखें</translation>
    </message>
    <message>
        <source>Keeps the series that are finished</source>
        <translation>पूरी हो चुकी सीरीज़ रखता है</translation>
    </message>
    <message>
        <source>Keeps units: values mean the same as before.</source>
        <translation>इकाइयाँ बनी रहती हैं: मानों का अर्थ पहले जैसा है।</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>मुख्य छवि</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>मुख्य छवियाँ</translation>
    </message>
    <message>
        <source>Key images exported as pictures: {}.</source>
        <translation>चित्रों के रूप में एक्सपोर्ट की गई मुख्य छवियाँ: {}।</translation>
    </message>
    <message>
        <source>Key images…</source>
        <translation>मुख्य छवियाँ…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>कुंजियाँ और माउस</translation>
    </message>
    <message>
        <source>Keys, layouts and recent studies stay as they are</source>
        <translation>कुंजियाँ, लेआउट और हालिया स्टडी वैसी ही रहती हैं</translation>
    </message>
    <message>
        <source>LOSSY</source>
        <translation>हानि सहित</translation>
    </message>
    <message>
        <source>LOSSY {}</source>
        <translation>हानि सहित {}</translation>
    </message>
    <message>
        <source>Labels and “not for diagnostic use” are part of every picture.</source>
        <translation>लेबल और “नैदानिक उपयोग के लिए नहीं” हर चित्र का भाग हैं।</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>भाषा</translation>
    </message>
    <message>
        <source>Largest local gain in contrast; 1 changes nothing.</source>
        <translation>अधिकतम स्थानीय कंट्रास्ट वृद्धि; 1 कुछ नहीं बदलता।</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>अंतिम स्लाइस</translation>
    </message>
    <message>
        <source>Left drag</source>
        <translation>बायाँ बटन खींचना</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>लेंस</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>लाइब्रेरी</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>हल्का</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>रैखिक</translation>
    </message>
    <message>
        <source>Linear, exact</source>
        <translation>रैखिक, सटीक</translation>
    </message>
    <message>
        <source>Linked:</source>
        <translation>लिंक:</translation>
    </message>
    <message>
        <source>Linked: {}</source>
        <translation>लिंक: {}</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>यकृत</translation>
    </message>
    <message>
        <source>Log, without patient data</source>
        <translation>लॉग, रोगी डेटा के बिना</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>छवियाँ खोजी जा रही हैं…</translation>
    </message>
    <message>
        <source>Looking for the images…</source>
        <translation>छवियाँ खोजी जा रही हैं…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>लूप</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>फेफड़ा</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MIRRORED</source>
        <translation>प्रतिबिंबित</translation>
    </message>
    <message>
        <source>MIRRORED, TURNED {}°</source>
        <translation>प्रतिबिंबित, {}° घुमाया गया</translation>
    </message>
    <message>
        <source>MP4 (H.264), for video players and slides</source>
        <translation>MP4 (H.264), वीडियो प्लेयर और स्लाइड के लिए</translation>
    </message>
    <message>
        <source>MP4 film (*.mp4)</source>
        <translation>MP4 फ़िल्म (*.mp4)</translation>
    </message>
    <message>
        <source>MP4 needs the package PyAV, which is not installed: pip install av; or choose a .gif.</source>
        <translation>MP4 के लिए PyAV पैकेज चाहिए, जो इंस्टॉल नहीं है: pip install av; या .gif चुनें।</translation>
    </message>
    <message>
        <source>Magnifier</source>
        <translation>आवर्धक</translation>
    </message>
    <message>
        <source>Makes CT, MR and X-ray images clearer, and proves it.</source>
        <translation>CT, MR और एक्स-रे छवियों को स्पष्ट बनाता है, और यह सिद्ध करता है।</translation>
    </message>
    <message>
        <source>Maps of floating-point values are shown, but not enhanced.</source>
        <translation>फ़्लोटिंग-पॉइंट मानों के मैप दिखाए जाते हैं, पर सुधारे नहीं जाते।</translation>
    </message>
    <message>
        <source>Marks this slice with a star</source>
        <translation>इस स्लाइस पर तारा लगाता है</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>अधिकतम</translation>
    </message>
    <message>
        <source>Maximise cell</source>
        <translation>सेल बड़ा करें</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>माध्य</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>माप</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>माप</translation>
    </message>
    <message>
        <source>Measurements on planes of a volume: {}. The planes (Ctrl+5) show them.</source>
        <translation>वॉल्यूम के तलों पर माप: {}। तल (Ctrl+5) उन्हें दिखाते हैं।</translation>
    </message>
    <message>
        <source>Measuring tools</source>
        <translation>मापन उपकरण</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>मापा जा रहा है…</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>मीडियन</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>मीडियास्टिनम</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>मेनू</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>विधि</translation>
    </message>
    <message>
        <source>Method of step {}</source>
        <translation>चरण {} की विधि</translation>
    </message>
    <message>
        <source>Method, strength and settings of all steps are kept.</source>
        <translation>सभी चरणों की विधि, तीव्रता और सेटिंग रखी जाती हैं।</translation>
    </message>
    <message>
        <source>Method: {names}</source>
        <translation>विधि: {names}</translation>
    </message>
    <message>
        <source>Methods done</source>
        <translation>पूरी हुई विधियाँ</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>मध्य बटन खींचना</translation>
    </message>
    <message>
        <source>Middle slice</source>
        <translation>मध्य स्लाइस</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>न्यूनतम</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation>बाएँ-दाएँ प्रतिबिंबित करें</translation>
    </message>
    <message>
        <source>Mirror top and bottom</source>
        <translation>ऊपर-नीचे प्रतिबिंबित करें</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>मॉडल</translation>
    </message>
    <message>
        <source>Model card: {}</source>
        <translation>मॉडल कार्ड: {}</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>माउस</translation>
    </message>
    <message>
        <source>Move it, by a handle reshape it; by its inside the image is windowed</source>
        <translation>उसे खिसकाएँ, हैंडल से आकार बदलें; उसके भीतर विंडो बदलती है</translation>
    </message>
    <message>
        <source>Move the split</source>
        <translation>विभाजन खिसकाएँ</translation>
    </message>
    <message>
        <source>Moves the window to the other monitor, full screen if it was</source>
        <translation>विंडो को दूसरे मॉनिटर पर ले जाता है, पूर्ण स्क्रीन थी तो वैसी ही</translation>
    </message>
    <message>
        <source>NOT FOR DIAGNOSTIC USE</source>
        <translation>नैदानिक उपयोग के लिए नहीं</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Name of the network; &quot;auto&quot; takes the one for the modality.</source>
        <translation>नेटवर्क का नाम; &quot;auto&quot; मॉडैलिटी वाला लेता है।</translation>
    </message>
    <message>
        <source>Name of the recipe</source>
        <translation>रेसिपी का नाम</translation>
    </message>
    <message>
        <source>Name, for example “Low-dose chest”</source>
        <translation>नाम, जैसे “कम-डोज़ छाती”</translation>
    </message>
    <message>
        <source>Needs the Python package “av”, which is not installed</source>
        <translation>Python पैकेज “av” चाहिए, जो इंस्टॉल नहीं है</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>Networks run on</source>
        <translation>नेटवर्क चलते हैं</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>नई कुंजी</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>अगला</translation>
    </message>
    <message>
        <source>Next cell</source>
        <translation>अगला सेल</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>अगली मुख्य छवि</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>विंडो का अगला भाग</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>अगली सीरीज़</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>अगली स्लाइस</translation>
    </message>
    <message>
        <source>No DICOM images were found there; drop DICOM files, their folder, or a ZIP archive of them.</source>
        <translation>वहाँ कोई DICOM छवि नहीं मिली; DICOM फ़ाइलें, उनका फ़ोल्डर या उनका ZIP छोड़ें।</translation>
    </message>
    <message>
        <source>No grey-scale slice is shown.</source>
        <translation>कोई ग्रे-स्केल स्लाइस नहीं दिख रही।</translation>
    </message>
    <message>
        <source>No images were found.</source>
        <translation>कोई छवि नहीं मिली।</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>कोई कुंजी नहीं</translation>
    </message>
    <message>
        <source>No model is installed: put one under assets/models, or choose another method.</source>
        <translation>कोई मॉडल इंस्टॉल नहीं है: assets/models में एक रखें, या दूसरी विधि चुनें।</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>कोई नाम नहीं</translation>
    </message>
    <message>
        <source>No other series of this modality</source>
        <translation>इस मॉडैलिटी की कोई अन्य सीरीज़ नहीं</translation>
    </message>
    <message>
        <source>No other study of this patient is open; open it too, then compare.</source>
        <translation>इस रोगी की कोई अन्य स्टडी खुली नहीं है; उसे भी खोलें, फिर तुलना करें।</translation>
    </message>
    <message>
        <source>No pixel&apos;s centre lies in this region.</source>
        <translation>इस क्षेत्र में किसी पिक्सेल का केंद्र नहीं है।</translation>
    </message>
    <message>
        <source>No series fits the filter.</source>
        <translation>फ़िल्टर से कोई सीरीज़ मेल नहीं खाती।</translation>
    </message>
    <message>
        <source>No text</source>
        <translation>कोई टेक्स्ट नहीं</translation>
    </message>
    <message>
        <source>Noise SD ({})</source>
        <translation>नॉइज़ SD ({})</translation>
    </message>
    <message>
        <source>Noise factor</source>
        <translation>नॉइज़ गुणक</translation>
    </message>
    <message>
        <source>Noise is added to this slice, every method treats it at full strength and with its default parameters, and the original slice is the judge.</source>
        <translation>इस स्लाइस में नॉइज़ जोड़ा जाता है, हर विधि उसे पूरी तीव्रता और डिफ़ॉल्ट मानों से सुधारती है, और मूल स्लाइस कसौटी होती है।</translation>
    </message>
    <message>
        <source>Noise of this slice</source>
        <translation>इस स्लाइस का नॉइज़</translation>
    </message>
    <message>
        <source>Noise that is assumed.</source>
        <translation>माना गया नॉइज़।</translation>
    </message>
    <message>
        <source>Non-local means</source>
        <translation>नॉन-लोकल मीन्स</translation>
    </message>
    <message>
        <source>None kept yet</source>
        <translation>अभी कोई नहीं रखी</translation>
    </message>
    <message>
        <source>None of the key images can be written as a picture; colour images cannot.</source>
        <translation>कोई भी मुख्य छवि चित्र के रूप में नहीं लिखी जा सकती; रंगीन छवियाँ नहीं लिखी जा सकतीं।</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>अभी कोई नहीं</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>नहीं मिला</translation>
    </message>
    <message>
        <source>Not remembered</source>
        <translation>याद नहीं रखा गया</translation>
    </message>
    <message>
        <source>Nothing is measured on what is open.</source>
        <translation>जो खुला है उस पर कुछ मापा नहीं गया है।</translation>
    </message>
    <message>
        <source>Nothing is measured yet: D draws a distance, A an angle, E an ellipse, Shift+E a rectangle.</source>
        <translation>अभी कुछ नहीं मापा गया: D से दूरी, A से कोण, E से दीर्घवृत्त, Shift+E से आयत बनता है।</translation>
    </message>
    <message>
        <source>Nothing was done to the images, so there is nothing to export; choose a method first.</source>
        <translation>छवियों पर कुछ नहीं किया गया, इसलिए एक्सपोर्ट के लिए कुछ नहीं है; पहले कोई विधि चुनें।</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>संख्या</translation>
    </message>
    <message>
        <source>ORIGINAL</source>
        <translation>मूल</translation>
    </message>
    <message>
        <source>Of menus, panels and messages, from the next start on. What the files say stays as it is.</source>
        <translation>मेनू, पैनल और संदेशों की, अगली शुरुआत से। फ़ाइलों की सामग्री वैसी ही रहती है।</translation>
    </message>
    <message>
        <source>One</source>
        <translation>एक</translation>
    </message>
    <message>
        <source>One after another; goes on after a crash</source>
        <translation>एक के बाद एक; क्रैश के बाद भी आगे बढ़ता है</translation>
    </message>
    <message>
        <source>One after the other, in the same place</source>
        <translation>एक के बाद एक, उसी स्थान पर</translation>
    </message>
    <message>
        <source>One cell</source>
        <translation>एक सेल</translation>
    </message>
    <message>
        <source>One cell alone, or images without panels</source>
        <translation>केवल एक सेल, या पैनल के बिना छवियाँ</translation>
    </message>
    <message>
        <source>One task is still running; wait for it, or cancel it first.</source>
        <translation>एक कार्य अभी चल रहा है; प्रतीक्षा करें, या पहले उसे रद्द करें।</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>एक दृश्य</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; a path may hold a patient&apos;s name.</source>
        <translation>केवल पथ रखे जाते हैं, इसी कंप्यूटर पर; पथ में रोगी का नाम हो सकता है।</translation>
    </message>
    <message>
        <source>Only paths are kept, on this computer; turning it off forgets them.</source>
        <translation>केवल पथ रखे जाते हैं, इसी कंप्यूटर पर; बंद करने पर वे भुला दिए जाते हैं।</translation>
    </message>
    <message>
        <source>Only some frames of a multi-frame image were given, and this kind can be exported only whole.</source>
        <translation>बहु-फ़्रेम छवि के केवल कुछ फ़्रेम दिए गए, और यह प्रकार केवल पूरा एक्सपोर्ट हो सकता है।</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Open DICOM files or ZIP archives</source>
        <translation>DICOM फ़ाइलें या ZIP खोलें</translation>
    </message>
    <message>
        <source>Open a CT, MR or X-ray slice to simulate a lower dose.</source>
        <translation>कम डोज़ का अनुकरण करने के लिए CT, MR या एक्स-रे स्लाइस खोलें।</translation>
    </message>
    <message>
        <source>Open a folder of DICOM files</source>
        <translation>DICOM फ़ाइलों का फ़ोल्डर खोलें</translation>
    </message>
    <message>
        <source>Open a grey-scale slice to measure it.</source>
        <translation>मापने के लिए ग्रे-स्केल स्लाइस खोलें।</translation>
    </message>
    <message>
        <source>Open a study first.</source>
        <translation>पहले एक स्टडी खोलें।</translation>
    </message>
    <message>
        <source>Open a study to enhance it.</source>
        <translation>सुधारने के लिए स्टडी खोलें।</translation>
    </message>
    <message>
        <source>Open a study to set its window.</source>
        <translation>विंडो सेट करने के लिए स्टडी खोलें।</translation>
    </message>
    <message>
        <source>Open demo studies</source>
        <translation>डेमो स्टडी खोलें</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>फ़ाइलें खोलें…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>फ़ोल्डर खोलें…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>हालिया खोलें</translation>
    </message>
    <message>
        <source>Open studies with images that can be enhanced.</source>
        <translation>ऐसी स्टडी खोलें जिनकी छवियाँ सुधारी जा सकें।</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>मूल</translation>
    </message>
    <message>
        <source>Original (change, not quality)</source>
        <translation>मूल (परिवर्तन, गुणवत्ता नहीं)</translation>
    </message>
    <message>
        <source>Original and enhanced on a page, without patient</source>
        <translation>एक पृष्ठ पर मूल और सुधारी गई, रोगी के बिना</translation>
    </message>
    <message>
        <source>Original beside enhanced</source>
        <translation>मूल के बगल में सुधारी गई</translation>
    </message>
    <message>
        <source>Original beside enhanced, every pixel</source>
        <translation>मूल के बगल में सुधारी गई, हर पिक्सेल</translation>
    </message>
    <message>
        <source>Original everywhere while held</source>
        <translation>दबाए रखने तक हर जगह मूल</translation>
    </message>
    <message>
        <source>Originals are never changed</source>
        <translation>मूल कभी नहीं बदले जाते</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF दस्तावेज़ (*.pdf)</translation>
    </message>
    <message>
        <source>PINNED · {}</source>
        <translation>पिन · {}</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG चित्र (*.png)</translation>
    </message>
    <message>
        <source>PNG pictures, original beside enhanced, without patient</source>
        <translation>PNG चित्र, मूल के बगल में सुधारी गई, रोगी के बिना</translation>
    </message>
    <message>
        <source>PRIOR {}</source>
        <translation>पिछली {}</translation>
    </message>
    <message>
        <source>PROCESSED</source>
        <translation>संसाधित</translation>
    </message>
    <message>
        <source>PSNR (dB)</source>
        <translation>PSNR (dB)</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>पैन</translation>
    </message>
    <message>
        <source>Patches that differ by about this are averaged.</source>
        <translation>लगभग इतना भिन्न पैच औसत किए जाते हैं।</translation>
    </message>
    <message>
        <source>Patient characteristics: sex, age, size, weight</source>
        <translation>रोगी के लक्षण: लिंग, आयु, कद, वज़न</translation>
    </message>
    <message>
        <source>Patient hidden</source>
        <translation>रोगी छिपाया गया</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Pause (C)</source>
        <translation>रोकें (C)</translation>
    </message>
    <message>
        <source>Paused; {} skipped</source>
        <translation>रुका हुआ; {} छोड़े गए</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>चित्र</translation>
    </message>
    <message>
        <source>Pictures are written as .png or .tiff; choose a name that ends so.</source>
        <translation>चित्र .png या .tiff में लिखे जाते हैं; ऐसा नाम चुनें जो इससे समाप्त हो।</translation>
    </message>
    <message>
        <source>Pictures of different size cannot be put side by side.</source>
        <translation>अलग आकार के चित्र साथ-साथ नहीं रखे जा सकते।</translation>
    </message>
    <message>
        <source>Pin this result</source>
        <translation>यह परिणाम पिन करें</translation>
    </message>
    <message>
        <source>Pin this result to compare with</source>
        <translation>तुलना के लिए यह परिणाम पिन करें</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>पिक्सेल</translation>
    </message>
    <message>
        <source>Pixels are not searched: look for names and faces in the images before you give them away.</source>
        <translation>पिक्सेल नहीं जाँचे जाते: छवियाँ देने से पहले उनमें नाम और चेहरे देख लें।</translation>
    </message>
    <message>
        <source>Pixels {rows} × {columns} mm</source>
        <translation>पिक्सेल {rows} × {columns} mm</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>तल</translation>
    </message>
    <message>
        <source>Planes are cut from a volume and lie in no file; close them to see one.</source>
        <translation>तल वॉल्यूम से काटे गए हैं और किसी फ़ाइल में नहीं हैं; फ़ाइल देखने के लिए उन्हें बंद करें।</translation>
    </message>
    <message>
        <source>Planes are cut through grey-scale slices only; this series has none.</source>
        <translation>तल केवल ग्रे-स्केल स्लाइस से काटे जाते हैं; इस सीरीज़ में कोई नहीं है।</translation>
    </message>
    <message>
        <source>Planes: axial, coronal, sagittal</source>
        <translation>तल: एक्सियल, कोरोनल, सैजिटल</translation>
    </message>
    <message>
        <source>Play (C)</source>
        <translation>चलाएँ (C)</translation>
    </message>
    <message>
        <source>Plays the slices at the file&apos;s rate, or 15 a second</source>
        <translation>स्लाइस को फ़ाइल की दर से, या 15 प्रति सेकंड चलाता है</translation>
    </message>
    <message>
        <source>Polyline</source>
        <translation>पॉलीलाइन</translation>
    </message>
    <message>
        <source>Portable</source>
        <translation>पोर्टेबल</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>प्राथमिकताएँ</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>प्राथमिकताएँ…</translation>
    </message>
    <message>
        <source>Press K on a slice to mark it. Marks last while the study is open; saved as DICOM they come back when the file is opened with the study.</source>
        <translation>स्लाइस चिह्नित करने के लिए उस पर K दबाएँ। चिह्न स्टडी के खुले रहने तक रहते हैं; DICOM में सहेजने पर वे फ़ाइल के स्टडी के साथ खुलने पर लौट आते हैं।</translation>
    </message>
    <message>
        <source>Press a key</source>
        <translation>कुंजी दबाएँ</translation>
    </message>
    <message>
        <source>Previous cell</source>
        <translation>पिछला सेल</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>पिछली मुख्य छवि</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>पिछली सीरीज़</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>पिछली स्लाइस</translation>
    </message>
    <message>
        <source>Print with patient…</source>
        <translation>रोगी सहित प्रिंट करें…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>प्रिंट करें…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>गोपनीयता</translation>
    </message>
    <message>
        <source>Profile along a line</source>
        <translation>रेखा के साथ प्रोफ़ाइल</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>प्रोग्राम</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>बैच की प्रगति</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>बाहर निकलें</translation>
    </message>
    <message>
        <source>REFORMATTED · {view} · {count} LAYERS</source>
        <translation>पुनर्निर्मित · {view} · {count} परतें</translation>
    </message>
    <message>
        <source>REFORMATTED · {}</source>
        <translation>पुनर्निर्मित · {}</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>त्रिज्या</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>क्रम सूची</translation>
    </message>
    <message>
        <source>Reading the volume</source>
        <translation>वॉल्यूम पढ़ा जा रहा है</translation>
    </message>
    <message>
        <source>Reading {}: {} of {} files</source>
        <translation>{} पढ़ा जा रहा है: {} / {} फ़ाइलें</translation>
    </message>
    <message>
        <source>Reading {}…</source>
        <translation>{} पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>पढ़ा जा रहा है …</translation>
    </message>
    <message>
        <source>Reading: {} of {} files</source>
        <translation>पढ़ा जा रहा है: {} / {} फ़ाइलें</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>रेसिपी</translation>
    </message>
    <message>
        <source>Recipes (*.toml)</source>
        <translation>रेसिपी (*.toml)</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>आयत</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>फिर से करें</translation>
    </message>
    <message>
        <source>Reduce artifacts (AI)</source>
        <translation>आर्टिफ़ैक्ट घटाएँ (AI)</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>संदर्भ रेखाएँ</translation>
    </message>
    <message>
        <source>Reference: the chosen series; higher PSNR and SSIM mean closer to it.</source>
        <translation>संदर्भ: चुनी गई सीरीज़; अधिक PSNR और SSIM का अर्थ उसके अधिक निकट।</translation>
    </message>
    <message>
        <source>Reference: the original slice, so the numbers say how much changed, not how good it is.</source>
        <translation>संदर्भ: मूल स्लाइस; इसलिए संख्याएँ बताती हैं कि कितना बदला, न कि कितना अच्छा है।</translation>
    </message>
    <message>
        <source>Reference: the original slice. Data range {} ({}). Noise added: SD {:g} {}.</source>
        <translation>संदर्भ: मूल स्लाइस। डेटा परास {} ({})। जोड़ा गया नॉइज़: SD {:g} {}।</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>क्षेत्र</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>क्षेत्र</translation>
    </message>
    <message>
        <source>Regions along the shorter side; more act more locally.</source>
        <translation>छोटी भुजा के साथ क्षेत्र; अधिक होने पर प्रभाव अधिक स्थानीय।</translation>
    </message>
    <message>
        <source>Regions on this slice</source>
        <translation>इस स्लाइस पर क्षेत्र</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <source>Remember recent studies</source>
        <translation>हालिया स्टडी याद रखें</translation>
    </message>
    <message>
        <source>Remove MR noise floor</source>
        <translation>MR नॉइज़ फ़्लोर हटाएँ</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>सभी हटाएँ</translation>
    </message>
    <message>
        <source>Remove step {}, {}</source>
        <translation>चरण {}, {} हटाएँ</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>यह चरण हटाएँ</translation>
    </message>
    <message>
        <source>Removes noise and keeps edges, by a trained network.</source>
        <translation>प्रशिक्षित नेटवर्क से नॉइज़ हटाता है और किनारे बनाए रखता है।</translation>
    </message>
    <message>
        <source>Removes specks and keeps edges.</source>
        <translation>धब्बे हटाता है और किनारे बनाए रखता है।</translation>
    </message>
    <message>
        <source>Removes what was written of series that are not whole</source>
        <translation>अधूरी सीरीज़ का लिखा हुआ हटाता है</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>रीसेट</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>सभी रीसेट करें</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>डिफ़ॉल्ट पर रीसेट करें</translation>
    </message>
    <message>
        <source>Reset {}</source>
        <translation>{} रीसेट करें</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>दायाँ बटन खींचना</translation>
    </message>
    <message>
        <source>Run all methods</source>
        <translation>सभी विधियाँ चलाएँ</translation>
    </message>
    <message>
        <source>Run from source: every library keeps its licence where pip has installed it.</source>
        <translation>सोर्स से चल रहा है: हर लाइब्रेरी का लाइसेंस वहीं है जहाँ pip ने उसे इंस्टॉल किया।</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>SD {} (original; not enhanced)</source>
        <translation>SD {} (मूल; सुधारी नहीं गई)</translation>
    </message>
    <message>
        <source>SD {} → {}; the method changes units, so the two do not compare.</source>
        <translation>SD {} → {}; विधि इकाइयाँ बदलती है, इसलिए दोनों तुलनीय नहीं।</translation>
    </message>
    <message>
        <source>SNR</source>
        <translation>SNR</translation>
    </message>
    <message>
        <source>Safe private elements, such as diffusion weighting</source>
        <translation>सुरक्षित निजी एलिमेंट, जैसे डिफ़्यूज़न वेटिंग</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>सैजिटल</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Save as DICOM…</source>
        <translation>DICOM में सहेजें…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>इस रूप में सहेजें…</translation>
    </message>
    <message>
        <source>Save key images to folder</source>
        <translation>मुख्य छवियाँ फ़ोल्डर में सहेजें</translation>
    </message>
    <message>
        <source>Save key images…</source>
        <translation>मुख्य छवियाँ सहेजें…</translation>
    </message>
    <message>
        <source>Save measurements as table</source>
        <translation>माप तालिका में सहेजें</translation>
    </message>
    <message>
        <source>Save measurements as table…</source>
        <translation>माप तालिका में सहेजें…</translation>
    </message>
    <message>
        <source>Save measurements to folder</source>
        <translation>माप फ़ोल्डर में सहेजें</translation>
    </message>
    <message>
        <source>Save measurements…</source>
        <translation>माप सहेजें…</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>रेसिपी सहेजें</translation>
    </message>
    <message>
        <source>Save recipe as…</source>
        <translation>रेसिपी इस रूप में सहेजें…</translation>
    </message>
    <message>
        <source>Save the enhanced slices as a new DICOM series; the original stays untouched</source>
        <translation>सुधारी गई स्लाइस नई DICOM सीरीज़ में सहेजें; मूल अपरिवर्तित रहता है</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>सहेजें…</translation>
    </message>
    <message>
        <source>Saving key images</source>
        <translation>मुख्य छवियाँ सहेजी जा रही हैं</translation>
    </message>
    <message>
        <source>Saving measurements</source>
        <translation>माप सहेजे जा रहे हैं</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>खोज जारी</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>स्कोर</translation>
    </message>
    <message>
        <source>Scores over different ranges of values cannot be averaged.</source>
        <translation>अलग-अलग मान परास के स्कोर का औसत नहीं लिया जा सकता।</translation>
    </message>
    <message>
        <source>Scroll</source>
        <translation>स्क्रोल</translation>
    </message>
    <message>
        <source>Scroll the slices of the view under the pointer</source>
        <translation>पॉइंटर के नीचे वाले दृश्य की स्लाइस स्क्रोल करें</translation>
    </message>
    <message>
        <source>Search action or key</source>
        <translation>क्रिया या कुंजी खोजें</translation>
    </message>
    <message>
        <source>Search data elements</source>
        <translation>डेटा एलिमेंट खोजें</translation>
    </message>
    <message>
        <source>Search number, name or value</source>
        <translation>संख्या, नाम या मान खोजें</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>मार्गदर्शिका में खोजें</translation>
    </message>
    <message>
        <source>Second view</source>
        <translation>दूसरा दृश्य</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>सेकंड</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>सीरीज़</translation>
    </message>
    <message>
        <source>Series of the batch</source>
        <translation>बैच की सीरीज़</translation>
    </message>
    <message>
        <source>Series to compare with</source>
        <translation>तुलना के लिए सीरीज़</translation>
    </message>
    <message>
        <source>Series without description</source>
        <translation>बिना विवरण की सीरीज़</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>सेट करें</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Several images lie at each place, so they make no single volume that planes could be cut from.</source>
        <translation>हर स्थान पर कई छवियाँ हैं, इसलिए उनसे एक वॉल्यूम नहीं बनता जिससे तल काटे जा सकें।</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Shape of the window</source>
        <translation>विंडो का आकार</translation>
    </message>
    <message>
        <source>Share of a blend, split line, pace of flicker, size of the lens</source>
        <translation>मिश्रण का अनुपात, विभाजन रेखा, बारी-बारी की गति, लेंस का आकार</translation>
    </message>
    <message>
        <source>Share of pixels that stay below white.</source>
        <translation>सफ़ेद से नीचे रहने वाले पिक्सेल का भाग।</translation>
    </message>
    <message>
        <source>Share of pixels that turn black.</source>
        <translation>काले होने वाले पिक्सेल का भाग।</translation>
    </message>
    <message>
        <source>Sharpen ×2 (AI)</source>
        <translation>तीखापन ×2 (AI)</translation>
    </message>
    <message>
        <source>Sharpens edges, and noise with them.</source>
        <translation>किनारे तीखे करता है, और साथ में नॉइज़ भी।</translation>
    </message>
    <message>
        <source>Shift + left drag</source>
        <translation>Shift + बायाँ बटन खींचना</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
    <message>
        <source>Show or hide panels</source>
        <translation>पैनल दिखाएँ या छिपाएँ</translation>
    </message>
    <message>
        <source>Shown in the second view</source>
        <translation>दूसरे दृश्य में दिखाया गया</translation>
    </message>
    <message>
        <source>Shrinks fine structure that is no stronger than noise.</source>
        <translation>नॉइज़ से अधिक प्रबल न होने वाली सूक्ष्म संरचना घटाता है।</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>साथ-साथ</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>सिग्मॉइड</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>Simulated low dose</source>
        <translation>अनुकरणित कम डोज़</translation>
    </message>
    <message>
        <source>Single layer</source>
        <translation>एकल परत</translation>
    </message>
    <message>
        <source>Size of text and buttons, from the next start on. Images keep their own zoom.</source>
        <translation>टेक्स्ट और बटनों का आकार, अगली शुरुआत से। छवियों का ज़ूम अपना रहता है।</translation>
    </message>
    <message>
        <source>Size of the details that are raised.</source>
        <translation>उभारे जाने वाले विवरणों का आकार।</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>स्लैब</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>स्लाइस</translation>
    </message>
    <message>
        <source>Slice positions are missing; the images are in order of their numbers.</source>
        <translation>स्लाइस की स्थितियाँ नहीं हैं; छवियाँ अपनी संख्या के क्रम में हैं।</translation>
    </message>
    <message>
        <source>Slice {number} of {count}</source>
        <translation>स्लाइस {number} / {count}</translation>
    </message>
    <message>
        <source>Slice {}</source>
        <translation>स्लाइस {}</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by number, as positions are not known.</source>
        <translation>चुनी गई सीरीज़ की स्लाइस {} / {}, संख्या से मिलाई गई, क्योंकि स्थितियाँ ज्ञात नहीं।</translation>
    </message>
    <message>
        <source>Slice {} of {} of the chosen series, matched by position, {:.1f} mm apart.</source>
        <translation>चुनी गई सीरीज़ की स्लाइस {} / {}, स्थिति से मिलाई गई, {:.1f} mm दूर।</translation>
    </message>
    <message>
        <source>Slice {}/{}</source>
        <translation>स्लाइस {}/{}</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>स्लाइस</translation>
    </message>
    <message>
        <source>Slices a second wanted</source>
        <translation>वांछित स्लाइस प्रति सेकंड</translation>
    </message>
    <message>
        <source>Slices are missing or their distance varies, so they make no volume that planes could be cut from.</source>
        <translation>स्लाइस नहीं हैं या उनकी दूरी बदलती है, इसलिए ऐसा वॉल्यूम नहीं बनता जिससे तल काटे जा सकें।</translation>
    </message>
    <message>
        <source>Smooths among pixels of like value; fast.</source>
        <translation>समान मान वाले पिक्सेल के बीच समतल करता है; तेज़।</translation>
    </message>
    <message>
        <source>Smooths noise and fine detail alike.</source>
        <translation>नॉइज़ और सूक्ष्म विवरण दोनों को समतल करता है।</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>अधिक कोमल</translation>
    </message>
    <message>
        <source>Something went wrong inside Clearslice; the log says what.</source>
        <translation>Clearslice में कुछ गड़बड़ हुई; लॉग में विवरण है।</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>गति</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>विभाजन</translation>
    </message>
    <message>
        <source>Split line</source>
        <translation>विभाजन रेखा</translation>
    </message>
    <message>
        <source>Split: left half original, right half enhanced</source>
        <translation>विभाजित: बायाँ आधा मूल, दायाँ आधा सुधारा गया</translation>
    </message>
    <message>
        <source>Spreads the grey values in use over the whole range.</source>
        <translation>प्रयुक्त ग्रे मानों को पूरे परास पर फैलाता है।</translation>
    </message>
    <message>
        <source>Standard deviation of the kernel.</source>
        <translation>कर्नेल का मानक विचलन।</translation>
    </message>
    <message>
        <source>Standard deviation of the noise, estimated from quiet parts of the slice</source>
        <translation>नॉइज़ का मानक विचलन, स्लाइस के शांत भागों से अनुमानित</translation>
    </message>
    <message>
        <source>Start Clearslice again for this to count everywhere.</source>
        <translation>इसे हर जगह लागू करने के लिए Clearslice फिर शुरू करें।</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Steps, one after the other</source>
        <translation>चरण, एक के बाद एक</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>पढ़ना रोकें</translation>
    </message>
    <message>
        <source>Stop reading (Esc); what was found stays</source>
        <translation>पढ़ना रोकें (Esc); जो मिला वह रहता है</translation>
    </message>
    <message>
        <source>Stopped; the methods above were done.</source>
        <translation>रोका गया; ऊपर की विधियाँ पूरी हुईं।</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>तीव्रता</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>स्टडी</translation>
    </message>
    <message>
        <source>Such text cannot be taken out: look at the images first</source>
        <translation>ऐसा टेक्स्ट हटाया नहीं जा सकता: पहले छवियाँ देखें</translation>
    </message>
    <message>
        <source>Swaps black and white</source>
        <translation>काला और सफ़ेद आपस में बदलता है</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>आगे-पीछे</translation>
    </message>
    <message>
        <source>TIFF picture (*.tiff *.tif)</source>
        <translation>TIFF चित्र (*.tiff *.tif)</translation>
    </message>
    <message>
        <source>TURNED {}°</source>
        <translation>{}° घुमाया गया</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>तालिका (*.csv)</translation>
    </message>
    <message>
        <source>Take mark away</source>
        <translation>चिह्न हटाएँ</translation>
    </message>
    <message>
        <source>Takes the Rician bias off dark areas; acts on MR only.</source>
        <translation>गहरे क्षेत्रों से राइस पूर्वाग्रह हटाता है; केवल MR पर।</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>दस स्लाइस पीछे</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>दस स्लाइस आगे</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>टेक्स्ट</translation>
    </message>
    <message>
        <source>Text at the arrow or mark</source>
        <translation>तीर या चिह्न पर टेक्स्ट</translation>
    </message>
    <message>
        <source>Text cannot be drawn, because Pillow was built without FreeType; install it from PyPI.</source>
        <translation>टेक्स्ट नहीं बनाया जा सकता, क्योंकि Pillow बिना FreeType के बना है; उसे PyPI से इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>Text or drawings are stored in unused bits of these pixels and cannot be taken out; export the enhanced series instead, which does not carry them.</source>
        <translation>इन पिक्सेल के अप्रयुक्त बिट में टेक्स्ट या चित्र हैं जो हटाए नहीं जा सकते; इसके बजाय सुधारी गई सीरीज़ एक्सपोर्ट करें, जिसमें वे नहीं हैं।</translation>
    </message>
    <message>
        <source>Text: all, without patient, none</source>
        <translation>टेक्स्ट: पूरा, रोगी के बिना, कोई नहीं</translation>
    </message>
    <message>
        <source>The CPU now runs the network, more slowly: {}.</source>
        <translation>नेटवर्क अब CPU पर चलता है, धीमे: {}।</translation>
    </message>
    <message>
        <source>The Modality LUT is damaged, so stored values are shown.</source>
        <translation>Modality LUT क्षतिग्रस्त है, इसलिए संग्रहीत मान दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>The ZIP archive is damaged; copy it again from where it came from.</source>
        <translation>ZIP क्षतिग्रस्त है; उसे स्रोत से फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>The ZIP archive is encrypted or packed in a way that cannot be read; unpack it first.</source>
        <translation>ZIP एन्क्रिप्टेड है या ऐसे पैक है कि पढ़ा नहीं जा सकता; पहले उसे खोल लें।</translation>
    </message>
    <message>
        <source>The ZIP archive unpacks to far more than images ever do, so it was not read.</source>
        <translation>ZIP खुलने पर छवियों से कहीं अधिक बड़ा होता है, इसलिए नहीं पढ़ा गया।</translation>
    </message>
    <message>
        <source>The action has this key already.</source>
        <translation>क्रिया के पास यह कुंजी पहले से है।</translation>
    </message>
    <message>
        <source>The active cell once more, on the other monitor: original, enhanced or as here</source>
        <translation>सक्रिय सेल एक बार और, दूसरे मॉनिटर पर: मूल, सुधारी गई या यहाँ जैसी</translation>
    </message>
    <message>
        <source>The chosen series has another matrix ({} instead of {}), so it cannot be compared.</source>
        <translation>चुनी गई सीरीज़ का मैट्रिक्स अलग है ({}, {} के बजाय), इसलिए तुलना नहीं हो सकती।</translation>
    </message>
    <message>
        <source>The chosen series has no slice at this place.</source>
        <translation>चुनी गई सीरीज़ में इस स्थान पर कोई स्लाइस नहीं है।</translation>
    </message>
    <message>
        <source>The chosen series is in {} instead of {}, so it cannot be compared.</source>
        <translation>चुनी गई सीरीज़ {} में है, {} के बजाय, इसलिए तुलना नहीं हो सकती।</translation>
    </message>
    <message>
        <source>The chosen series was cut in another direction, so it cannot be compared.</source>
        <translation>चुनी गई सीरीज़ दूसरी दिशा में काटी गई है, इसलिए तुलना नहीं हो सकती।</translation>
    </message>
    <message>
        <source>The compressed image has another size than the file says, so it cannot be read.</source>
        <translation>संपीड़ित छवि का आकार फ़ाइल में बताए से अलग है, इसलिए पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>The compressed image is damaged, so it cannot be read; copy the file again.</source>
        <translation>संपीड़ित छवि क्षतिग्रस्त है और पढ़ी नहीं जा सकती; फ़ाइल फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>The decoder for compressed images could not be started; free some memory and try again.</source>
        <translation>संपीड़ित छवियों का डिकोडर शुरू नहीं हो सका; कुछ मेमोरी खाली करें और फिर कोशिश करें।</translation>
    </message>
    <message>
        <source>The disk is full, so the export was not finished; free some space or choose another folder.</source>
        <translation>डिस्क भर गई है, इसलिए एक्सपोर्ट पूरा नहीं हुआ; जगह खाली करें या दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>The enhanced series</source>
        <translation>सुधारी गई सीरीज़</translation>
    </message>
    <message>
        <source>The enhanced series was exported as 1 file to {folder}; the original is untouched.</source>
        <translation>सुधारी गई सीरीज़ 1 फ़ाइल में {folder} में एक्सपोर्ट हुई; मूल अपरिवर्तित है।</translation>
    </message>
    <message>
        <source>The enhanced series was exported as {count} files to {folder}; the original is untouched.</source>
        <translation>सुधारी गई सीरीज़ {count} फ़ाइलों में {folder} में एक्सपोर्ट हुई; मूल अपरिवर्तित है।</translation>
    </message>
    <message>
        <source>The export folder cannot be written to; choose another folder.</source>
        <translation>एक्सपोर्ट फ़ोल्डर में लिखा नहीं जा सकता; दूसरा फ़ोल्डर चुनें।</translation>
    </message>
    <message>
        <source>The file could not be read from the disk; check the disk, or copy the file elsewhere.</source>
        <translation>फ़ाइल डिस्क से नहीं पढ़ी जा सकी; डिस्क जाँचें, या फ़ाइल कहीं और कॉपी करें।</translation>
    </message>
    <message>
        <source>The file has changed since it was opened; open the study again.</source>
        <translation>खुलने के बाद फ़ाइल बदल गई है; स्टडी फिर खोलें।</translation>
    </message>
    <message>
        <source>The file is damaged or was copied incompletely; copy it again from where it came from.</source>
        <translation>फ़ाइल क्षतिग्रस्त है या अधूरी कॉपी हुई; उसे स्रोत से फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>The file is not there any more; check that its folder or disc is still connected.</source>
        <translation>फ़ाइल अब वहाँ नहीं है; जाँचें कि उसका फ़ोल्डर या डिस्क जुड़ा है।</translation>
    </message>
    <message>
        <source>The file says one thing about its compression and does another, so it cannot be read.</source>
        <translation>फ़ाइल अपने संपीड़न के बारे में कुछ कहती है और करती कुछ और है, इसलिए पढ़ी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>The file says that text is burned into these pixels, which may name the patient and cannot be taken out; allow burned-in text if you have looked at the images.</source>
        <translation>फ़ाइल बताती है कि इन पिक्सेल में टेक्स्ट अंकित है, जिसमें रोगी का नाम हो सकता है और जो हटाया नहीं जा सकता; छवियाँ देख ली हों तो अंकित टेक्स्ट की अनुमति दें।</translation>
    </message>
    <message>
        <source>The file unpacks to more than 1 GB, so it was not read.</source>
        <translation>फ़ाइल खुलने पर 1 GB से अधिक होती है, इसलिए नहीं पढ़ी गई।</translation>
    </message>
    <message>
        <source>The file&apos;s header is nested or repeated beyond any sense, so it was not read further.</source>
        <translation>फ़ाइल का हेडर बेतुका नेस्टेड या दोहराया हुआ है, इसलिए आगे नहीं पढ़ा गया।</translation>
    </message>
    <message>
        <source>The file&apos;s header takes too long to read; it is damaged or not meant to be read.</source>
        <translation>हेडर पढ़ने में बहुत समय लगता है; फ़ाइल क्षतिग्रस्त है या पढ़ने के लिए नहीं बनी।</translation>
    </message>
    <message>
        <source>The file&apos;s own lookup table is in force; any change here replaces it.</source>
        <translation>फ़ाइल की अपनी लुकअप तालिका लागू है; यहाँ कोई भी बदलाव उसे बदल देता है।</translation>
    </message>
    <message>
        <source>The files do not say what kind of DICOM image they are (SOP Class UID), so none can be derived.</source>
        <translation>फ़ाइलें नहीं बतातीं कि वे किस प्रकार की DICOM छवि हैं (SOP Class UID), इसलिए कोई व्युत्पन्न नहीं हो सकती।</translation>
    </message>
    <message>
        <source>The film was saved as {}.</source>
        <translation>फ़िल्म {} के रूप में सहेजी गई।</translation>
    </message>
    <message>
        <source>The folder of recipes cannot be made; check the permissions of your settings folder.</source>
        <translation>रेसिपी का फ़ोल्डर नहीं बन सकता; सेटिंग फ़ोल्डर की अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>The frames of reference differ, so the patient may have moved in between.</source>
        <translation>संदर्भ फ़्रेम अलग हैं, इसलिए बीच में रोगी हिला हो सकता है।</translation>
    </message>
    <message>
        <source>The guide is written in English; keys are shown as they are called here.</source>
        <translation>मार्गदर्शिका अंग्रेज़ी में है; कुंजियों के नाम यहीं जैसे दिखते हैं।</translation>
    </message>
    <message>
        <source>The image is cut short: the file holds fewer pixels than it says; copy it again.</source>
        <translation>छवि अधूरी है: फ़ाइल में बताए से कम पिक्सेल हैं; उसे फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>The image says that it has no rows or columns, so there is nothing to show.</source>
        <translation>छवि बताती है कि उसमें पंक्तियाँ या कॉलम नहीं हैं, इसलिए दिखाने को कुछ नहीं है।</translation>
    </message>
    <message>
        <source>The images of this series are not where they were; check that their folder or disc is connected.</source>
        <translation>इस सीरीज़ की छवियाँ अपनी जगह नहीं हैं; जाँचें कि उनका फ़ोल्डर या डिस्क जुड़ा है।</translation>
    </message>
    <message>
        <source>The key images were saved as 1 DICOM file; opened with the study it marks them again.</source>
        <translation>मुख्य छवियाँ 1 DICOM फ़ाइल में सहेजी गईं; स्टडी के साथ खोलने पर वह उन्हें फिर चिह्नित करती है।</translation>
    </message>
    <message>
        <source>The key images were saved as {} DICOM files, one for each study.</source>
        <translation>मुख्य छवियाँ {} DICOM फ़ाइलों में सहेजी गईं, हर स्टडी के लिए एक।</translation>
    </message>
    <message>
        <source>The like of this series in an earlier study of the patient, beside it and linked</source>
        <translation>रोगी की पिछली स्टडी की ऐसी ही सीरीज़, बगल में और लिंक की हुई</translation>
    </message>
    <message>
        <source>The list of this batch&apos;s tasks is damaged, so it cannot go on; start it anew.</source>
        <translation>इस बैच की कार्य सूची क्षतिग्रस्त है, इसलिए आगे नहीं बढ़ सकता; नए सिरे से शुरू करें।</translation>
    </message>
    <message>
        <source>The measurements were saved as {} files, one for each study.</source>
        <translation>माप {} फ़ाइलों में सहेजे गए, हर स्टडी के लिए एक।</translation>
    </message>
    <message>
        <source>The measurements were saved as {}.</source>
        <translation>माप {} के रूप में सहेजे गए।</translation>
    </message>
    <message>
        <source>The method changes units, so the two do not compare.</source>
        <translation>विधि इकाइयाँ बदलती है, इसलिए दोनों तुलनीय नहीं।</translation>
    </message>
    <message>
        <source>The method changes units: the numbers after it are not {} any more.</source>
        <translation>विधि इकाइयाँ बदलती है: उसके बाद की संख्याएँ अब {} नहीं हैं।</translation>
    </message>
    <message>
        <source>The method gave pixels that are not numbers, so the image was not saved; try other parameters.</source>
        <translation>विधि ने ऐसे पिक्सेल दिए जो संख्याएँ नहीं हैं, इसलिए छवि नहीं सहेजी गई; दूसरे मान आज़माएँ।</translation>
    </message>
    <message>
        <source>The model&apos;s specification is damaged; install the model file again.</source>
        <translation>मॉडल का विनिर्देश क्षतिग्रस्त है; मॉडल फ़ाइल फिर इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>The model&apos;s training record is damaged; install the model file again.</source>
        <translation>मॉडल का प्रशिक्षण रिकॉर्ड क्षतिग्रस्त है; मॉडल फ़ाइल फिर इंस्टॉल करें।</translation>
    </message>
    <message>
        <source>The number of frames in this file makes no sense, so they cannot be found.</source>
        <translation>इस फ़ाइल में फ़्रेम की संख्या अर्थहीन है, इसलिए वे नहीं मिल सकते।</translation>
    </message>
    <message>
        <source>The originals, pixels unchanged</source>
        <translation>मूल, पिक्सेल अपरिवर्तित</translation>
    </message>
    <message>
        <source>The other study has no series of this modality and plane; drag any into a cell instead.</source>
        <translation>दूसरी स्टडी में इस मॉडैलिटी और तल की सीरीज़ नहीं है; किसी को भी सेल में खींचें।</translation>
    </message>
    <message>
        <source>The page was saved as {}.</source>
        <translation>पृष्ठ {} के रूप में सहेजा गया।</translation>
    </message>
    <message>
        <source>The palette of this colour image is damaged, so it cannot be shown.</source>
        <translation>इस रंगीन छवि का पैलेट क्षतिग्रस्त है, इसलिए नहीं दिखाई जा सकती।</translation>
    </message>
    <message>
        <source>The picture was saved as {}.</source>
        <translation>चित्र {} के रूप में सहेजा गया।</translation>
    </message>
    <message>
        <source>The pixel spacing makes no sense, so lengths cannot be measured.</source>
        <translation>पिक्सेल दूरी अर्थहीन है, इसलिए लंबाइयाँ नहीं मापी जा सकतीं।</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss ({}).</source>
        <translation>पिक्सेल हानि सहित संपीड़ित किए गए ({})।</translation>
    </message>
    <message>
        <source>The pixels were compressed with loss.</source>
        <translation>पिक्सेल हानि सहित संपीड़ित किए गए।</translation>
    </message>
    <message>
        <source>The range of values to compare in is empty; choose a wider window.</source>
        <translation>तुलना का मान परास खाली है; चौड़ी विंडो चुनें।</translation>
    </message>
    <message>
        <source>The recipe cannot be deleted; check the permissions of your settings folder.</source>
        <translation>रेसिपी नहीं हटाई जा सकती; सेटिंग फ़ोल्डर की अनुमतियाँ जाँचें।</translation>
    </message>
    <message>
        <source>The recipe is kept as “{}”.</source>
        <translation>रेसिपी “{}” नाम से रखी गई।</translation>
    </message>
    <message>
        <source>The recipe was written to {}.</source>
        <translation>रेसिपी {} में लिखी गई।</translation>
    </message>
    <message>
        <source>The recipe “{}” is deleted.</source>
        <translation>रेसिपी “{}” हटाई गई।</translation>
    </message>
    <message>
        <source>The record of how this image was made is incomplete, so it cannot be made again from it.</source>
        <translation>यह छवि कैसे बनी, इसका रिकॉर्ड अधूरा है, इसलिए उससे दोबारा नहीं बन सकती।</translation>
    </message>
    <message>
        <source>The region holds no pixel; draw it larger and inside the image.</source>
        <translation>क्षेत्र में कोई पिक्सेल नहीं है; उसे बड़ा और छवि के भीतर बनाएँ।</translation>
    </message>
    <message>
        <source>The rescale values differ between slices; each is shown with its own.</source>
        <translation>स्लाइस के बीच Rescale मान अलग हैं; हर एक अपने मान से दिखाई जाती है।</translation>
    </message>
    <message>
        <source>The rescale values make no sense, so stored values are shown without units.</source>
        <translation>Rescale मान अर्थहीन हैं, इसलिए संग्रहीत मान बिना इकाई के दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>The selected one, or the last one on this slice</source>
        <translation>चुना हुआ, या इस स्लाइस का अंतिम</translation>
    </message>
    <message>
        <source>The series as MP4 or animated GIF, before and after</source>
        <translation>सीरीज़ MP4 या एनिमेटेड GIF में, पहले और बाद</translation>
    </message>
    <message>
        <source>The series shown</source>
        <translation>दिख रही सीरीज़</translation>
    </message>
    <message>
        <source>The settings were damaged or from a newer version; Clearslice starts with its own.</source>
        <translation>सेटिंग क्षतिग्रस्त या नए संस्करण की थीं; Clearslice अपनी सेटिंग से शुरू होता है।</translation>
    </message>
    <message>
        <source>The slice orientation makes no sense and is not used.</source>
        <translation>स्लाइस का अभिविन्यास अर्थहीन है और उपयोग नहीं होता।</translation>
    </message>
    <message>
        <source>The slice position makes no sense and is not used.</source>
        <translation>स्लाइस की स्थिति अर्थहीन है और उपयोग नहीं होती।</translation>
    </message>
    <message>
        <source>The slices differ in size or kind, so they make no volume that planes could be cut from.</source>
        <translation>स्लाइस आकार या प्रकार में अलग हैं, इसलिए ऐसा वॉल्यूम नहीं बनता जिससे तल काटे जा सकें।</translation>
    </message>
    <message>
        <source>The slices do not say where they lie, so no planes can be cut through them.</source>
        <translation>स्लाइस अपनी स्थिति नहीं बतातीं, इसलिए उनसे तल नहीं काटे जा सकते।</translation>
    </message>
    <message>
        <source>The slices lie at different angles or differ in pixel spacing, so they make no volume.</source>
        <translation>स्लाइस अलग कोणों पर हैं या पिक्सेल दूरी अलग है, इसलिए वॉल्यूम नहीं बनता।</translation>
    </message>
    <message>
        <source>The slices name no frame of reference, so a report cannot say where something was measured on planes cut from them; save the table as CSV instead.</source>
        <translation>स्लाइस कोई संदर्भ फ़्रेम नहीं बतातीं, इसलिए रिपोर्ट नहीं कह सकती कि उनसे काटे गए तलों पर कहाँ मापा गया; इसके बजाय तालिका CSV में सहेजें।</translation>
    </message>
    <message>
        <source>The square is 2 × radius + 1 pixels wide.</source>
        <translation>वर्ग 2 × त्रिज्या + 1 पिक्सेल चौड़ा है।</translation>
    </message>
    <message>
        <source>The two series have no slices at the same place, so they cannot be compared.</source>
        <translation>दोनों सीरीज़ में एक ही स्थान पर स्लाइस नहीं हैं, इसलिए तुलना नहीं हो सकती।</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>थीम</translation>
    </message>
    <message>
        <source>Then choose another method to compare with it (Shift+P)</source>
        <translation>फिर तुलना के लिए दूसरी विधि चुनें (Shift+P)</translation>
    </message>
    <message>
        <source>Then choose another method; again: compare with the original</source>
        <translation>फिर दूसरी विधि चुनें; फिर से: मूल से तुलना करें</translation>
    </message>
    <message>
        <source>There are no images in what was opened, only other DICOM objects.</source>
        <translation>जो खोला गया उसमें छवियाँ नहीं हैं, केवल अन्य DICOM ऑब्जेक्ट हैं।</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to export.</source>
        <translation>एक्सपोर्ट के लिए कोई ग्रे-स्केल चित्र नहीं है।</translation>
    </message>
    <message>
        <source>There is no grey-scale picture to print.</source>
        <translation>प्रिंट के लिए कोई ग्रे-स्केल चित्र नहीं है।</translation>
    </message>
    <message>
        <source>There is no grey-scale series to film.</source>
        <translation>फ़िल्म के लिए कोई ग्रे-स्केल सीरीज़ नहीं है।</translation>
    </message>
    <message>
        <source>There is no image in this file.</source>
        <translation>इस फ़ाइल में कोई छवि नहीं है।</translation>
    </message>
    <message>
        <source>There is no key image to export; press K on a slice to mark it.</source>
        <translation>एक्सपोर्ट के लिए कोई मुख्य छवि नहीं है; स्लाइस चिह्नित करने के लिए K दबाएँ।</translation>
    </message>
    <message>
        <source>There is no key image to save; press K on a slice to mark it.</source>
        <translation>सहेजने के लिए कोई मुख्य छवि नहीं है; स्लाइस चिह्नित करने के लिए K दबाएँ।</translation>
    </message>
    <message>
        <source>There is no other key image in this series; press K on a slice to mark it.</source>
        <translation>इस सीरीज़ में कोई अन्य मुख्य छवि नहीं है; स्लाइस चिह्नित करने के लिए K दबाएँ।</translation>
    </message>
    <message>
        <source>There is no series here that can be enhanced.</source>
        <translation>यहाँ कोई सीरीज़ नहीं है जो सुधारी जा सके।</translation>
    </message>
    <message>
        <source>Thickness of the slab</source>
        <translation>स्लैब की मोटाई</translation>
    </message>
    <message>
        <source>This ZIP archive lies inside another one; unpack the outer one and open this one by itself.</source>
        <translation>यह ZIP दूसरे के भीतर है; बाहरी को खोलें और इसे अलग से खोलें।</translation>
    </message>
    <message>
        <source>This batch is running already, in another window or on the command line.</source>
        <translation>यह बैच पहले से चल रहा है, दूसरी विंडो में या कमांड लाइन पर।</translation>
    </message>
    <message>
        <source>This file&apos;s VOI LUT function is unknown; its windows are shown as linear.</source>
        <translation>इस फ़ाइल का VOI LUT फ़ंक्शन अज्ञात है; उसकी विंडो रैखिक दिखाई जाती हैं।</translation>
    </message>
    <message>
        <source>This image&apos;s Modality LUT has no inverse, so an enhanced copy cannot be stored in its units.</source>
        <translation>इस छवि की Modality LUT का व्युत्क्रम नहीं है, इसलिए सुधारी गई प्रति उसकी इकाइयों में नहीं रखी जा सकती।</translation>
    </message>
    <message>
        <source>This is a colour image; only grey-scale images can be enhanced.</source>
        <translation>यह रंगीन छवि है; केवल ग्रे-स्केल छवियाँ सुधारी जा सकती हैं।</translation>
    </message>
    <message>
        <source>This is a device or the like, not a file.</source>
        <translation>यह कोई डिवाइस या वैसा कुछ है, फ़ाइल नहीं।</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>यह DICOM फ़ाइल नहीं है।</translation>
    </message>
    <message>
        <source>This part of the ZIP archive is damaged; copy the archive again from where it came from.</source>
        <translation>ZIP का यह भाग क्षतिग्रस्त है; उसे स्रोत से फिर कॉपी करें।</translation>
    </message>
    <message>
        <source>This series cannot be enhanced.</source>
        <translation>यह सीरीज़ सुधारी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>This series holds no grey-scale images to film.</source>
        <translation>इस सीरीज़ में फ़िल्म के लिए ग्रे-स्केल छवियाँ नहीं हैं।</translation>
    </message>
    <message>
        <source>This series is not grey-scale, so it cannot be enhanced.</source>
        <translation>यह सीरीज़ ग्रे-स्केल नहीं है, इसलिए सुधारी नहीं जा सकती।</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the CPU.</source>
        <translation>इस स्लाइस में CPU पर {:.2f} से लगे।</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s on the graphics card.</source>
        <translation>इस स्लाइस में ग्राफ़िक्स कार्ड पर {:.2f} से लगे।</translation>
    </message>
    <message>
        <source>This slice took {:.2f} s.</source>
        <translation>इस स्लाइस में {:.2f} से लगे।</translation>
    </message>
    <message>
        <source>This slice was not enhanced, so there is no change to measure.</source>
        <translation>यह स्लाइस सुधारी नहीं गई, इसलिए मापने को कोई परिवर्तन नहीं है।</translation>
    </message>
    <message>
        <source>This was measured on planes that no cell shows now: {}.</source>
        <translation>यह उन तलों पर मापा गया जिन्हें अब कोई सेल नहीं दिखाता: {}।</translation>
    </message>
    <message>
        <source>Through all slices of the series, with a slab; again: back</source>
        <translation>सीरीज़ की सभी स्लाइस से, स्लैब सहित; फिर से: वापस</translation>
    </message>
    <message>
        <source>To the next screen</source>
        <translation>अगली स्क्रीन पर</translation>
    </message>
    <message>
        <source>Tone range</source>
        <translation>टोन परास</translation>
    </message>
    <message>
        <source>Tool; at first window/level: right is wider, up as in the preferences</source>
        <translation>टूल; आरंभ में विंडो/लेवल: दाएँ चौड़ा, ऊपर प्राथमिकताओं के अनुसार</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>टूल</translation>
    </message>
    <message>
        <source>Total variation</source>
        <translation>टोटल वेरिएशन</translation>
    </message>
    <message>
        <source>Turn Enhance on first; there is nothing to export yet.</source>
        <translation>पहले सुधार चालू करें; अभी एक्सपोर्ट के लिए कुछ नहीं है।</translation>
    </message>
    <message>
        <source>Turn Enhance on to see what an export would write; only the original is shown.</source>
        <translation>एक्सपोर्ट क्या लिखेगा यह देखने के लिए सुधार चालू करें; केवल मूल दिख रहा है।</translation>
    </message>
    <message>
        <source>Turn and mirror</source>
        <translation>घुमाना और प्रतिबिंबित करना</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>बाएँ घुमाएँ</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>दाएँ घुमाएँ</translation>
    </message>
    <message>
        <source>Turn split line</source>
        <translation>विभाजन रेखा घुमाएँ</translation>
    </message>
    <message>
        <source>Two cells below each other</source>
        <translation>दो सेल ऊपर-नीचे</translation>
    </message>
    <message>
        <source>Two cells beside each other</source>
        <translation>दो सेल साथ-साथ</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>UIDs, by which the originals can be found again</source>
        <translation>UID, जिनसे मूल फिर मिल सकते हैं</translation>
    </message>
    <message>
        <source>UPSIDE DOWN</source>
        <translation>उल्टा</translation>
    </message>
    <message>
        <source>Under the pointer; Shift and wheel make it larger</source>
        <translation>पॉइंटर के नीचे; Shift और व्हील से बड़ा होता है</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>पूर्ववत करें</translation>
    </message>
    <message>
        <source>Unsharp mask</source>
        <translation>अनशार्प मास्क</translation>
    </message>
    <message>
        <source>Untreated</source>
        <translation>असंसाधित</translation>
    </message>
    <message>
        <source>Use or keep a recipe under a name</source>
        <translation>नाम से रेसिपी उपयोग करें या रखें</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>उपयोगकर्ता मार्गदर्शिका</translation>
    </message>
    <message>
        <source>VIEW ONLY</source>
        <translation>केवल देखने हेतु</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मान</translation>
    </message>
    <message>
        <source>Variation that is taken away.</source>
        <translation>हटाई जाने वाली वेरिएशन।</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>View</source>
        <translation>दृश्य</translation>
    </message>
    <message>
        <source>View {}</source>
        <translation>दृश्य {}</translation>
    </message>
    <message>
        <source>Wavelet</source>
        <translation>वेवलेट</translation>
    </message>
    <message>
        <source>Way of playing</source>
        <translation>चलाने का तरीका</translation>
    </message>
    <message>
        <source>Weakens streaks in CT, hardly anything else so far, by a trained network.</source>
        <translation>प्रशिक्षित नेटवर्क से CT की धारियाँ कम करता है, अभी और कुछ लगभग नहीं।</translation>
    </message>
    <message>
        <source>What PSNR and SSIM refer to; both images are clipped to it</source>
        <translation>PSNR और SSIM किस पर आधारित हैं; दोनों छवियाँ उसी तक सीमित की जाती हैं</translation>
    </message>
    <message>
        <source>What a window/level drag upwards does to the image; to the right the window gets wider.</source>
        <translation>विंडो/लेवल में ऊपर खींचने से छवि पर क्या होता है; दाएँ खींचने पर विंडो चौड़ी होती है।</translation>
    </message>
    <message>
        <source>What an export would write now, without writing it</source>
        <translation>एक्सपोर्ट अभी क्या लिखेगा, बिना लिखे</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>व्हील</translation>
    </message>
    <message>
        <source>Where the active cell&apos;s slice cuts the others</source>
        <translation>सक्रिय सेल की स्लाइस अन्य को कहाँ काटती है</translation>
    </message>
    <message>
        <source>White point</source>
        <translation>सफ़ेद बिंदु</translation>
    </message>
    <message>
        <source>Whole value</source>
        <translation>पूरा मान</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>चौड़ाई</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>विंडो</translation>
    </message>
    <message>
        <source>Window center</source>
        <translation>विंडो केंद्र</translation>
    </message>
    <message>
        <source>Window over the values in the selected region (Ctrl+0)</source>
        <translation>चुने गए क्षेत्र के मानों पर विंडो (Ctrl+0)</translation>
    </message>
    <message>
        <source>Window over the values in the selected region, or the last one on this slice</source>
        <translation>चुने गए, या इस स्लाइस के अंतिम क्षेत्र के मानों पर विंडो</translation>
    </message>
    <message>
        <source>Window over this slice&apos;s values without their extremes (key 0)</source>
        <translation>चरम मानों के बिना इस स्लाइस के मानों पर विंडो (कुंजी 0)</translation>
    </message>
    <message>
        <source>Window preset {}</source>
        <translation>विंडो प्रीसेट {}</translation>
    </message>
    <message>
        <source>Window width</source>
        <translation>विंडो चौड़ाई</translation>
    </message>
    <message>
        <source>Window {width} / {center}</source>
        <translation>विंडो {width} / {center}</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>विंडो/लेवल</translation>
    </message>
    <message>
        <source>Without description</source>
        <translation>बिना विवरण</translation>
    </message>
    <message>
        <source>Without patient</source>
        <translation>रोगी के बिना</translation>
    </message>
    <message>
        <source>Write the patient&apos;s name and ID under the pictures</source>
        <translation>चित्रों के नीचे रोगी का नाम और ID लिखें</translation>
    </message>
    <message>
        <source>You have no permission to read this file; ask its owner for it.</source>
        <translation>आपको यह फ़ाइल पढ़ने की अनुमति नहीं है; उसके स्वामी से माँगें।</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>ज़ूम</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>पॉइंटर पर ज़ूम</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>ज़ूम इन</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>ज़ूम आउट</translation>
    </message>
    <message>
        <source>Zoom {:.0%}</source>
        <translation>ज़ूम {:.0%}</translation>
    </message>
    <message>
        <source>Zoom; a click opens the menu</source>
        <translation>ज़ूम; क्लिक से मेनू खुलता है</translation>
    </message>
    <message>
        <source>added</source>
        <translation>जोड़ा गया</translation>
    </message>
    <message>
        <source>after</source>
        <translation>बाद</translation>
    </message>
    <message>
        <source>at detector</source>
        <translation>डिटेक्टर पर</translation>
    </message>
    <message>
        <source>before</source>
        <translation>पहले</translation>
    </message>
    <message>
        <source>born {}</source>
        <translation>जन्म {}</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>अंशांकित</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>बदला गया</translation>
    </message>
    <message>
        <source>changes contrast on purpose, so PSNR and SSIM say little about it</source>
        <translation>जानबूझकर कंट्रास्ट बदलता है, इसलिए PSNR और SSIM इसके बारे में कम बताते हैं</translation>
    </message>
    <message>
        <source>changes units</source>
        <translation>इकाइयाँ बदलता है</translation>
    </message>
    <message>
        <source>damaged: install it again</source>
        <translation>क्षतिग्रस्त: फिर इंस्टॉल करें</translation>
    </message>
    <message>
        <source>done</source>
        <translation>पूर्ण</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>identical</source>
        <translation>समान</translation>
    </message>
    <message>
        <source>incomplete: install it again</source>
        <translation>अधूरा: फिर इंस्टॉल करें</translation>
    </message>
    <message>
        <source>install the GPU add-on</source>
        <translation>GPU ऐड-ऑन इंस्टॉल करें</translation>
    </message>
    <message>
        <source>install the [cuda] extra</source>
        <translation>[cuda] एक्स्ट्रा इंस्टॉल करें</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>उल्टा</translation>
    </message>
    <message>
        <source>its results differ from the CPU&apos;s</source>
        <translation>उसके परिणाम CPU से भिन्न हैं</translation>
    </message>
    <message>
        <source>made when it is exported</source>
        <translation>एक्सपोर्ट के समय बनता है</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>मॉडल कार्ड</translation>
    </message>
    <message>
        <source>no</source>
        <translation>नहीं</translation>
    </message>
    <message>
        <source>no NVIDIA GPU found</source>
        <translation>कोई NVIDIA GPU नहीं मिला</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>कोई NVIDIA ड्राइवर नहीं मिला</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>कोई तिथि नहीं</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>कोई कुंजी नहीं</translation>
    </message>
    <message>
        <source>no model is installed</source>
        <translation>कोई मॉडल इंस्टॉल नहीं है</translation>
    </message>
    <message>
        <source>no unit</source>
        <translation>कोई इकाई नहीं</translation>
    </message>
    <message>
        <source>none; choose one first</source>
        <translation>कोई नहीं; पहले एक चुनें</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>अंशांकित नहीं</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>इंस्टॉल नहीं</translation>
    </message>
    <message>
        <source>off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>on</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>original {}</source>
        <translation>मूल {}</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>बाहर</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>हटाया गया</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>strength {}</source>
        <translation>तीव्रता {}</translation>
    </message>
    <message>
        <source>the GPU could not be started: update the NVIDIA driver</source>
        <translation>GPU शुरू नहीं हो सका: NVIDIA ड्राइवर अपडेट करें</translation>
    </message>
    <message>
        <source>the GPU failed at its first run</source>
        <translation>GPU पहली बार चलने में विफल रहा</translation>
    </message>
    <message>
        <source>the GPU failed while it ran</source>
        <translation>GPU चलते समय विफल हुआ</translation>
    </message>
    <message>
        <source>the NVIDIA driver does not answer</source>
        <translation>NVIDIA ड्राइवर उत्तर नहीं देता</translation>
    </message>
    <message>
        <source>the installed ONNX Runtime has no CUDA: install onnxruntime-gpu instead</source>
        <translation>इंस्टॉल ONNX Runtime में CUDA नहीं है: onnxruntime-gpu इंस्टॉल करें</translation>
    </message>
    <message>
        <source>the message is cut short</source>
        <translation>संदेश अधूरा है</translation>
    </message>
    <message>
        <source>the message is damaged</source>
        <translation>संदेश क्षतिग्रस्त है</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>अपठनीय</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>हाँ</translation>
    </message>
    <message>
        <source>{added} added (+), {removed} removed (−), {changed} changed (≠). New UIDs and times are examples; an export makes its own.</source>
        <translation>{added} जोड़े गए (+), {removed} हटाए गए (−), {changed} बदले गए (≠)। नए UID और समय उदाहरण हैं; एक्सपोर्ट अपने बनाता है।</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} आइटम</translation>
    </message>
    <message>
        <source>{count} series were exported anonymised to {folder}; the originals are untouched.</source>
        <translation>{count} सीरीज़ अनामित करके {folder} में एक्सपोर्ट की गईं; मूल अपरिवर्तित हैं।</translation>
    </message>
    <message>
        <source>{count} series were left out; the first one: {reason}</source>
        <translation>{count} सीरीज़ छोड़ दी गईं; पहली: {reason}</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done} / {count}</translation>
    </message>
    <message>
        <source>{done} of {count} slices</source>
        <translation>{done} / {count} स्लाइस</translation>
    </message>
    <message>
        <source>{key} cannot be given to an action: press another key.</source>
        <translation>{key} किसी क्रिया को नहीं दी जा सकती: दूसरी कुंजी दबाएँ।</translation>
    </message>
    <message>
        <source>{key} is free.</source>
        <translation>{key} खाली है।</translation>
    </message>
    <message>
        <source>{key} is the key of “{action}”, which loses it if you set it here.</source>
        <translation>{key} “{action}” की कुंजी है; यहाँ सेट करने पर वह उसे खो देगी।</translation>
    </message>
    <message>
        <source>{note} · Clearslice {version} · printed {when}</source>
        <translation>{note} · Clearslice {version} · प्रिंट {when}</translation>
    </message>
    <message>
        <source>{plane} · {degrees}° OBLIQUE</source>
        <translation>{plane} · {degrees}° तिरछा</translation>
    </message>
    <message>
        <source>{plane} · {projection} {thickness} mm</source>
        <translation>{plane} · {projection} {thickness} mm</translation>
    </message>
    <message>
        <source>{} % enhanced</source>
        <translation>{} % सुधारी गई</translation>
    </message>
    <message>
        <source>{} and {} more</source>
        <translation>{} और {} अन्य</translation>
    </message>
    <message>
        <source>{} at detector</source>
        <translation>{} डिटेक्टर पर</translation>
    </message>
    <message>
        <source>{} calibrated</source>
        <translation>{} अंशांकित</translation>
    </message>
    <message>
        <source>{} could not be opened: {}</source>
        <translation>{} नहीं खुल सकीं: {}</translation>
    </message>
    <message>
        <source>{} key images came with the study.</source>
        <translation>स्टडी के साथ {} मुख्य छवियाँ आईं।</translation>
    </message>
    <message>
        <source>{} measurements are not saved yet.</source>
        <translation>{} माप अभी सहेजे नहीं गए हैं।</translation>
    </message>
    <message>
        <source>{} measurements came with the study; they are in the Measure panel.</source>
        <translation>स्टडी के साथ {} माप आए; वे माप पैनल में हैं।</translation>
    </message>
    <message>
        <source>{} more wait</source>
        <translation>{} और प्रतीक्षा में</translation>
    </message>
    <message>
        <source>{} on the CPU: {}</source>
        <translation>{} CPU पर: {}</translation>
    </message>
    <message>
        <source>{} on the graphics card: {}</source>
        <translation>{} ग्राफ़िक्स कार्ड पर: {}</translation>
    </message>
    <message>
        <source>{} pixels</source>
        <translation>{} पिक्सेल</translation>
    </message>
    <message>
        <source>{} px</source>
        <translation>{} px</translation>
    </message>
    <message>
        <source>{} series</source>
        <translation>{} सीरीज़</translation>
    </message>
    <message>
        <source>{} slices</source>
        <translation>{} स्लाइस</translation>
    </message>
    <message>
        <source>{} slices are enhanced.</source>
        <translation>{} स्लाइस सुधारी गईं।</translation>
    </message>
    <message>
        <source>{} slices/s shown, {} skipped</source>
        <translation>{} स्लाइस/से दिखीं, {} छोड़ी गईं</translation>
    </message>
    <message>
        <source>{} · ACQUIRED PLANE</source>
        <translation>{} · अधिग्रहीत तल</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale.</source>
        <translation>{}, गणना लघुगणकीय पैमाने पर।</translation>
    </message>
    <message>
        <source>{}, counts on a logarithmic scale. Filled: before, line: after.</source>
        <translation>{}, गणना लघुगणकीय पैमाने पर। भरा: पहले, रेखा: बाद।</translation>
    </message>
    <message>
        <source>{}, number</source>
        <translation>{}, संख्या</translation>
    </message>
    <message>
        <source>{}/s</source>
        <translation>{}/से</translation>
    </message>
    <message>
        <source>{}: W {:g} C {:g} (key {})</source>
        <translation>{}: W {:g} C {:g} (कुंजी {})</translation>
    </message>
    <message>
        <source>{}: cells move together</source>
        <translation>{}: सेल साथ चलते हैं</translation>
    </message>
    <message>
        <source>{}: each cell for itself</source>
        <translation>{}: हर सेल अलग</translation>
    </message>
    <message>
        <source>{}: linked here</source>
        <translation>{}: यहाँ लिंक है</translation>
    </message>
    <message>
        <source>{}: not linked here</source>
        <translation>{}: यहाँ लिंक नहीं है</translation>
    </message>
    <message>
        <source>{}: the file&apos;s own window (key {})</source>
        <translation>{}: फ़ाइल की अपनी विंडो (कुंजी {})</translation>
    </message>
    <message>
        <source>▸ running</source>
        <translation>▸ चल रहा है</translation>
    </message>
    <message>
        <source>★ {series}, slice {number} of {count}</source>
        <translation>★ {series}, स्लाइस {number} / {count}</translation>
    </message>
</context>
</TS>
