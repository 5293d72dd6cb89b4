<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AgreementTable</name>
    <message numerus="yes">
        <source>%1 rows have an interaction below %2, of %3</source>
        <translation>
            <numerusform>%1 Zeile von %3 hat eine Interaktion unter %2</numerusform>
            <numerusform>%1 Zeilen von %3 haben eine Interaktion unter %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows have an interval, on average %2 wide; %3 % are meant to hold their label</source>
        <translation>
            <numerusform>%1 Zeile hat ein Intervall, %2 breit; %3 % sollen ihren Wert enthalten</numerusform>
            <numerusform>%1 Zeilen haben ein Intervall, im Mittel %2 breit; %3 % sollen ihren Wert enthalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Certainty</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Of %1 % of the genotypes like this one that trained nothing, the measured value lay in such an interval.</source>
        <translation>Bei %1 % der Genotypen wie diesem, die nichts trainierten, lag der Messwert in einem solchen Intervall.</translation>
    </message>
    <message>
        <source>spread of models %1</source>
        <translation>Streuung der Modelle %1</translation>
    </message>
    <message>
        <source>Spread of models (standard deviation): %1. It says how far apart the models are, not how far off.</source>
        <translation>Streuung der Modelle (Standardabweichung): %1. Sie sagt, wie weit die Modelle auseinanderliegen, nicht, wie weit daneben.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Try knockscape --help</source>
        <translation>Hilfe: knockscape --help</translation>
    </message>
    <message>
        <source>--genes needs --export</source>
        <translation>--genes braucht --export</translation>
    </message>
    <message>
        <source>--export needs a folder</source>
        <translation>--export braucht einen Ordner</translation>
    </message>
    <message>
        <source>--theme is one of system, light, dark</source>
        <translation>--theme ist system, light oder dark</translation>
    </message>
    <message>
        <source>--dpi is a whole number from 72 to 1200</source>
        <translation>--dpi ist eine ganze Zahl von 72 bis 1200</translation>
    </message>
    <message>
        <source>--text is a number of points from 4 to 36</source>
        <translation>--text ist eine Zahl von Punkten von 4 bis 36</translation>
    </message>
    <message>
        <source>--size is a width and a height such as 180x110mm or 1600x1000px, each from 30 to 1200 mm</source>
        <translation>--size ist eine Breite und eine Höhe wie 180x110mm oder 1600x1000px, jede von 30 bis 1200 mm</translation>
    </message>
    <message>
        <source>--%1 needs --export</source>
        <translation>--%1 braucht --export</translation>
    </message>
    <message>
        <source>give one of --map, --subsystem, --around, --lost and --route</source>
        <translation>eines von --map, --subsystem, --around, --lost und --route angeben</translation>
    </message>
    <message>
        <source>--route is two metabolites or genes with a semicolon between them</source>
        <translation>--route sind zwei Metaboliten oder Gene mit einem Semikolon dazwischen</translation>
    </message>
    <message>
        <source>--steps is a whole number from 1 to 10</source>
        <translation>--steps ist eine ganze Zahl von 1 bis 10</translation>
    </message>
    <message>
        <source>--paint is one of knockout, wild-type, difference, nothing</source>
        <translation>--paint ist knockout, wild-type, difference oder nothing</translation>
    </message>
    <message>
        <source>Usage: knockscape [options] [FILE…]
Explore gene knockouts with a trained model.

FILE: a .cell folder, a .safetensors model (several make an ensemble), or a knockout list
(.txt, .csv, .tsv). Without files the demo is opened.

Options:
  --export DIR      predict without showing a window; write results.csv, plots and the network
                    view into DIR and print their paths
  --genes &quot;A B;C D&quot; with --export: genotypes to predict beside all single knockouts
  --map FILE, --subsystem NAME, --around GENES, --lost GENES, --route &quot;A;B&quot;
                    with --export: draws this metabolic map of the cell instead, as PNG, SVG, PDF
                    and Escher JSON; --genes are knocked out on it
  --steps N         how far around the genes (1 to 10; 1 if not given)
  --paint NAME      what its lines show: knockout (if not given), wild-type, difference, nothing
  --medium NAME|FILE what the cell of that map may take up, as &quot;knockscape-cli simulate&quot; takes it
  --size WxH        size of those pictures, for example 180x110mm or 1600x1000px
  --dpi N           dots per inch of .png (72 to 1200; 300 if not given)
  --text N          points of the text in pictures (4 to 36)
  --theme NAME      system, light or dark
  --language CODE   language of the window, for example de
  -h, --help        this text
  -v, --version     the version
</source>
        <translation>Aufruf: knockscape [Optionen] [DATEI…]
Gen-Knockouts mit einem trainierten Modell erkunden.

DATEI: ein Ordner .cell, ein Modell .safetensors (mehrere bilden ein Ensemble) oder eine Knockout-Liste
(.txt, .csv, .tsv). Ohne Dateien wird das Demo geöffnet.

Optionen:
  --export DIR      ohne Fenster vorhersagen; results.csv, Diagramme und die Netzwerkansicht in DIR
                    schreiben und ihre Pfade ausgeben
  --genes &quot;A B;C D&quot; mit --export: Genotypen, die neben allen einzelnen Knockouts vorhergesagt werden
  --map FILE, --subsystem NAME, --around GENES, --lost GENES, --route &quot;A;B&quot;
                    mit --export: zeichnet stattdessen diese Stoffwechselkarte der Zelle, als PNG, SVG, PDF
                    und Escher-JSON; --genes sind darauf ausgeschaltet
  --steps N         wie weit um die Gene herum (1 bis 10; ohne Angabe 1)
  --paint NAME      was die Linien zeigen: knockout (ohne Angabe), wild-type, difference, nothing
  --medium NAME|DATEI was die Zelle dieser Karte aufnehmen darf, wie „knockscape-cli simulate“ es annimmt
  --size WxH        Größe dieser Bilder, zum Beispiel 180x110mm oder 1600x1000px
  --dpi N           Punkte je Zoll von .png (72 bis 1200; ohne Angabe 300)
  --text N          Punkt der Schrift in Bildern (4 bis 36)
  --theme NAME      system, light oder dark
  --language CODE   Sprache des Fensters, zum Beispiel de
  -h, --help        dieser Text
  -v, --version     die Version
</translation>
    </message>
    <message>
        <source>--medium is for maps: give one of --map, --subsystem, --around, --lost and --route too</source>
        <translation>--medium gilt für Karten: Geben Sie auch eines von --map, --subsystem, --around, --lost und --route an</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message numerus="yes">
        <source>%2 of %1 rows</source>
        <translation>
            <numerusform>%2 von %1 Zeile</numerusform>
            <numerusform>%2 von %1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 interactions follow from the fitness of parts.</source>
        <translation>
            <numerusform>%1 Interaktion folgt aus der Fitness der Teile.</numerusform>
            <numerusform>%1 Interaktionen folgen aus der Fitness der Teile.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not listed: %2, which say of these rows what the model says.</source>
        <translation>
            <numerusform>Nicht aufgeführt: %2; es sagt über diese Zeilen dasselbe wie das Modell.</numerusform>
            <numerusform>Nicht aufgeführt: %2; sie sagen über diese Zeilen dasselbe wie das Modell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Reading the cell</source>
        <translation>Zelle lesen</translation>
    </message>
    <message>
        <source>Correct the file or import the cell again.</source>
        <translation>Die Datei korrigieren oder die Zelle neu importieren.</translation>
    </message>
    <message>
        <source>true or false is expected.</source>
        <translation>true oder false wird erwartet.</translation>
    </message>
    <message>
        <source>A text is expected.</source>
        <translation>Ein Text wird erwartet.</translation>
    </message>
    <message>
        <source>Choose a folder that “cell import” wrote.</source>
        <translation>Einen Ordner wählen, den „cell import“ geschrieben hat.</translation>
    </message>
    <message>
        <source>This is not the description of a cell.</source>
        <translation>Das ist keine Beschreibung einer Zelle.</translation>
    </message>
    <message>
        <source>A whole number from 1 is expected.</source>
        <translation>Eine ganze Zahl ab 1 wird erwartet.</translation>
    </message>
    <message>
        <source>The cell was written by a newer version of Knockscape.</source>
        <translation>Die Zelle wurde von einer neueren Version von Knockscape geschrieben.</translation>
    </message>
    <message>
        <source>Update Knockscape to open it.</source>
        <translation>Zum Öffnen Knockscape aktualisieren.</translation>
    </message>
    <message>
        <source>A list is expected.</source>
        <translation>Eine Liste wird erwartet.</translation>
    </message>
    <message>
        <source>A list of objects is expected.</source>
        <translation>Eine Liste von Objekten wird erwartet.</translation>
    </message>
    <message>
        <source>An object is expected.</source>
        <translation>Ein Objekt wird erwartet.</translation>
    </message>
    <message>
        <source>Add it to “interactions” there.</source>
        <translation>Es dort unter „interactions“ eintragen.</translation>
    </message>
    <message>
        <source>Import the features again.</source>
        <translation>Die Merkmale neu importieren.</translation>
    </message>
    <message>
        <source>There is no such cell folder.</source>
        <translation>Diesen Zellordner gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose a folder NAME.cell.</source>
        <translation>Einen Ordner NAME.cell wählen.</translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation>Den Ordner und seine Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Something that is not a cell is already there.</source>
        <translation>Dort liegt schon etwas, das keine Zelle ist.</translation>
    </message>
    <message>
        <source>Choose another name: only a cell is replaced.</source>
        <translation>Einen anderen Namen wählen: nur eine Zelle wird ersetzt.</translation>
    </message>
    <message>
        <source>This cannot be an interaction type.</source>
        <translation>Das kann kein Interaktionstyp sein.</translation>
    </message>
    <message>
        <source>Use letters, digits, blanks and _ . - + only.</source>
        <translation>Nur Buchstaben, Ziffern, Leerzeichen und _ . - + verwenden.</translation>
    </message>
    <message>
        <source>Writing the cell</source>
        <translation>Zelle schreiben</translation>
    </message>
    <message>
        <source>Binding gene rules</source>
        <translation>Genregeln zuordnen</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Two metabolic models were given.</source>
        <translation>Zwei Stoffwechselmodelle wurden angegeben.</translation>
    </message>
    <message>
        <source>Give an SBML model or a COBRA JSON model, not both.</source>
        <translation>Ein SBML-Modell oder ein COBRA-JSON-Modell angeben, nicht beide.</translation>
    </message>
    <message>
        <source>The interaction type is there twice or has characters other than letters, digits, blanks and _ . - +.</source>
        <translation>Den Interaktionstyp gibt es zweimal, oder er hat andere Zeichen als Buchstaben, Ziffern, Leerzeichen und _ . - +.</translation>
    </message>
    <message>
        <source>Give every network a plain name of its own.</source>
        <translation>Jedem Netz einen eigenen, einfachen Namen geben.</translation>
    </message>
    <message>
        <source>There is nothing to build a cell from.</source>
        <translation>Es ist nichts da, woraus eine Zelle entstehen kann.</translation>
    </message>
    <message>
        <source>Give a gene table, a network or a metabolic model.</source>
        <translation>Eine Gentabelle, ein Netz oder ein Stoffwechselmodell angeben.</translation>
    </message>
    <message>
        <source>metabolism</source>
        <translation>Stoffwechsel</translation>
    </message>
    <message>
        <source>genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>None of the files names a gene.</source>
        <translation>Keine der Dateien nennt ein Gen.</translation>
    </message>
    <message>
        <source>Give a gene table.</source>
        <translation>Eine Gentabelle angeben.</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>There are no genes in the file.</source>
        <translation>Die Datei enthält keine Gene.</translation>
    </message>
    <message>
        <source>A cell needs at least one gene.</source>
        <translation>Eine Zelle braucht mindestens ein Gen.</translation>
    </message>
    <message>
        <source>Write 1, 0 or nothing.</source>
        <translation>1, 0 oder nichts eintragen.</translation>
    </message>
    <message>
        <source>Write a number, inf or -inf.</source>
        <translation>Eine Zahl, inf oder -inf eintragen.</translation>
    </message>
    <message>
        <source>The id is missing.</source>
        <translation>Die Id fehlt.</translation>
    </message>
    <message>
        <source>Give every line an id.</source>
        <translation>Jeder Zeile eine Id geben.</translation>
    </message>
    <message>
        <source>Remove or rename one of the two.</source>
        <translation>Eines von beiden entfernen oder umbenennen.</translation>
    </message>
    <message>
        <source>Write a small whole number or nothing.</source>
        <translation>Eine kleine ganze Zahl oder nichts eintragen.</translation>
    </message>
    <message>
        <source>The lower bound is above the upper bound.</source>
        <translation>Die untere Grenze liegt über der oberen.</translation>
    </message>
    <message>
        <source>Add it there or correct the id.</source>
        <translation>Dort ergänzen oder die Id korrigieren.</translation>
    </message>
    <message>
        <source>There are no genes in the table.</source>
        <translation>Die Tabelle enthält keine Gene.</translation>
    </message>
    <message>
        <source>gene not in this cell</source>
        <translation>Gen nicht in dieser Zelle</translation>
    </message>
    <message>
        <source>interactions</source>
        <translation>Interaktionen</translation>
    </message>
    <message>
        <source>The metabolite is in this reaction twice.</source>
        <translation>Der Metabolit steht zweimal in dieser Reaktion.</translation>
    </message>
    <message>
        <source>Give it one line with the sum of the coefficients.</source>
        <translation>Eine Zeile mit der Summe der Koeffizienten angeben.</translation>
    </message>
    <message numerus="yes">
        <source>They count as present in every genotype.</source>
        <translation>
            <numerusform>Es gilt in jedem Genotyp als vorhanden.</numerusform>
            <numerusform>Sie gelten in jedem Genotyp als vorhanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The gene has no id.</source>
        <translation>Das Gen hat keine Id.</translation>
    </message>
    <message>
        <source>Give every gene a systematic name.</source>
        <translation>Jedem Gen einen systematischen Namen geben.</translation>
    </message>
    <message>
        <source>Give every gene a systematic name without them.</source>
        <translation>Jedem Gen einen systematischen Namen ohne diese Zeichen geben.</translation>
    </message>
    <message>
        <source>Use the systematic name of the one that is meant.</source>
        <translation>Den systematischen Namen des gemeinten Gens verwenden.</translation>
    </message>
    <message>
        <source>Check the spelling and the organism.</source>
        <translation>Schreibweise und Organismus prüfen.</translation>
    </message>
    <message>
        <source>An interaction names a gene outside the cell.</source>
        <translation>Eine Interaktion nennt ein Gen außerhalb der Zelle.</translation>
    </message>
    <message>
        <source>Leave out interactions of unknown genes.</source>
        <translation>Interaktionen unbekannter Gene auslassen.</translation>
    </message>
    <message>
        <source>a parenthesis is closed that was never opened</source>
        <translation>eine Klammer wird geschlossen, die nie geöffnet wurde</translation>
    </message>
    <message>
        <source>“and” or “or” is missing</source>
        <translation>„and“ oder „or“ fehlt</translation>
    </message>
    <message>
        <source>Write rules as in “(A and B) or C”.</source>
        <translation>Regeln schreiben wie „(A and B) or C“.</translation>
    </message>
    <message>
        <source>a parenthesis is never closed</source>
        <translation>eine Klammer wird nie geschlossen</translation>
    </message>
    <message>
        <source>a gene name is missing</source>
        <translation>ein Genname fehlt</translation>
    </message>
    <message>
        <source>BioGRID</source>
        <translation>BioGRID</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>STRING links</source>
        <translation>STRING-Verknüpfungen</translation>
    </message>
    <message>
        <source>the weight is not a number</source>
        <translation>das Gewicht ist keine Zahl</translation>
    </message>
    <message>
        <source>regulation matrix</source>
        <translation>Regulationsmatrix</translation>
    </message>
    <message>
        <source>A regulation matrix holds only these.</source>
        <translation>Eine Regulationsmatrix enthält nur diese.</translation>
    </message>
    <message>
        <source>Write source and target in two columns.</source>
        <translation>Quelle und Ziel in zwei Spalten schreiben.</translation>
    </message>
    <message>
        <source>Coding sequences (DNA) are expected, not proteins.</source>
        <translation>Codierende Sequenzen (DNA) werden erwartet, keine Proteine.</translation>
    </message>
    <message>
        <source>A FASTA file begins with “&gt;”.</source>
        <translation>Eine FASTA-Datei beginnt mit „&gt;“.</translation>
    </message>
    <message>
        <source>Check that this is a FASTA file.</source>
        <translation>Prüfen, ob dies eine FASTA-Datei ist.</translation>
    </message>
    <message>
        <source>There is no row for any gene of this cell.</source>
        <translation>Für kein Gen dieser Zelle gibt es eine Zeile.</translation>
    </message>
    <message>
        <source>Check that the file and the genes are of the same organism.</source>
        <translation>Prüfen, ob Datei und Gene vom selben Organismus stammen.</translation>
    </message>
    <message>
        <source>Write the rows in the order of the genes, or use a table.</source>
        <translation>Die Zeilen in der Reihenfolge der Gene schreiben oder eine Tabelle verwenden.</translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation>Den Wert korrigieren.</translation>
    </message>
    <message>
        <source>GML</source>
        <translation>GML</translation>
    </message>
    <message>
        <source>GraphML</source>
        <translation>GraphML</translation>
    </message>
    <message>
        <source>SIF</source>
        <translation>SIF</translation>
    </message>
    <message>
        <source>The model has no reactions.</source>
        <translation>Das Modell hat keine Reaktionen.</translation>
    </message>
    <message>
        <source>Choose a model with metabolites and reactions.</source>
        <translation>Ein Modell mit Metaboliten und Reaktionen wählen.</translation>
    </message>
    <message>
        <source>A stoichiometric coefficient is not a number.</source>
        <translation>Ein stöchiometrischer Koeffizient ist keine Zahl.</translation>
    </message>
    <message>
        <source>Correct the coefficient.</source>
        <translation>Den Koeffizienten korrigieren.</translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation>Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Keep those with a high score.</source>
        <translation>Nur die mit hohem Score behalten.</translation>
    </message>
    <message>
        <source>None of the interactions is between genes of this cell.</source>
        <translation>Keine der Interaktionen verbindet Gene dieser Zelle.</translation>
    </message>
    <message>
        <source>There is no model in the file.</source>
        <translation>Die Datei enthält kein Modell.</translation>
    </message>
    <message>
        <source>Choose an SBML model.</source>
        <translation>Ein SBML-Modell wählen.</translation>
    </message>
    <message>
        <source>The model is composed of submodels (comp package).</source>
        <translation>Das Modell ist aus Teilmodellen zusammengesetzt (Paket comp).</translation>
    </message>
    <message>
        <source>Flatten it first, for example with libSBML&apos;s flattenModel.</source>
        <translation>Erst zusammenfassen, zum Beispiel mit flattenModel von libSBML.</translation>
    </message>
    <message>
        <source>This build cannot read SBML (no libsbml).</source>
        <translation>Diese Programmfassung kann kein SBML lesen (ohne libsbml gebaut).</translation>
    </message>
    <message>
        <source>Use a COBRA JSON model, or build with libsbml.</source>
        <translation>Ein COBRA-JSON-Modell verwenden oder mit libsbml bauen.</translation>
    </message>
    <message>
        <source>Write one genotype a line.</source>
        <translation>Einen Genotyp je Zeile schreiben.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The compressed file is damaged or cut short.</source>
        <translation>Die komprimierte Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>Erneut herunterladen oder kopieren.</translation>
    </message>
    <message>
        <source>Split it or choose the file that was meant.</source>
        <translation>Aufteilen oder die gemeinte Datei wählen.</translation>
    </message>
    <message>
        <source>Decompress the file first.</source>
        <translation>Die Datei erst entpacken.</translation>
    </message>
    <message>
        <source>Save it as plain text in UTF-8.</source>
        <translation>Als reinen Text in UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The line has more than a million cells.</source>
        <translation>Die Zeile hat mehr als eine Million Tabellenzellen.</translation>
    </message>
    <message>
        <source>Check that this is the table that was meant.</source>
        <translation>Prüfen, ob dies die gemeinte Tabelle ist.</translation>
    </message>
    <message>
        <source>A quoted cell is never closed.</source>
        <translation>Eine Tabellenzelle in Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>Add the missing quotation mark.</source>
        <translation>Das fehlende Anführungszeichen ergänzen.</translation>
    </message>
    <message>
        <source>There is text after a quoted cell.</source>
        <translation>Nach einer Tabellenzelle in Anführungszeichen folgt Text.</translation>
    </message>
    <message>
        <source>Double the quotation marks inside the cell.</source>
        <translation>Anführungszeichen innerhalb der Tabellenzelle verdoppeln.</translation>
    </message>
    <message>
        <source>The table is larger than 2 GiB.</source>
        <translation>Die Tabelle ist größer als 2&#xa0;GiB.</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Auf mehrere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>Die Tabelle ist leer.</translation>
    </message>
    <message>
        <source>A header line and rows are expected.</source>
        <translation>Eine Kopfzeile und Zeilen werden erwartet.</translation>
    </message>
    <message>
        <source>Rename or remove one of them.</source>
        <translation>Eine davon umbenennen oder entfernen.</translation>
    </message>
    <message>
        <source>Remove the cells that have no column.</source>
        <translation>Die Tabellenzellen ohne Spalte entfernen.</translation>
    </message>
    <message>
        <source>The table has more than 100 million cells.</source>
        <translation>Die Tabelle hat mehr als 100 Millionen Tabellenzellen.</translation>
    </message>
    <message>
        <source>Write numbers with a decimal point, such as 0.95.</source>
        <translation>Zahlen mit Dezimalpunkt schreiben, etwa 0.95.</translation>
    </message>
    <message>
        <source>Check the path and the permissions.</source>
        <translation>Pfad und Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>This is a device, not a file.</source>
        <translation>Das ist ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>Choose a regular file.</source>
        <translation>Eine gewöhnliche Datei wählen.</translation>
    </message>
    <message>
        <source>Copy or download the file again, or export it once more.</source>
        <translation>Die Datei erneut kopieren, herunterladen oder exportieren.</translation>
    </message>
    <message>
        <source>The shape of the tensor holds something that is not a size.</source>
        <translation>Die Form des Tensors enthält etwas, das keine Größe ist.</translation>
    </message>
    <message>
        <source>The shape of the tensor is impossibly large.</source>
        <translation>Die Form des Tensors ist unmöglich groß.</translation>
    </message>
    <message>
        <source>The header entry lacks dtype, shape or data_offsets.</source>
        <translation>Im Kopfeintrag fehlt dtype, shape oder data_offsets.</translation>
    </message>
    <message>
        <source>The element type of the tensor is not one that can be read.</source>
        <translation>Der Elementtyp des Tensors ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The data_offsets of the tensor are not two ascending numbers.</source>
        <translation>data_offsets des Tensors sind keine zwei aufsteigenden Zahlen.</translation>
    </message>
    <message>
        <source>The safetensors header is not valid JSON.</source>
        <translation>Der safetensors-Kopf ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The tensor appears twice in the header.</source>
        <translation>Der Tensor steht zweimal im Kopf.</translation>
    </message>
    <message>
        <source>The file could not be read to the end.</source>
        <translation>Die Datei konnte nicht bis zum Ende gelesen werden.</translation>
    </message>
    <message>
        <source>This is not a safetensors file, or it is truncated: its header does not fit.</source>
        <translation>Das ist keine safetensors-Datei, oder sie ist abgeschnitten: der Kopf passt nicht.</translation>
    </message>
    <message>
        <source>The safetensors header could not be read.</source>
        <translation>Der safetensors-Kopf konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation>Den Dateinamen prüfen.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Die Datei lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Die Leserechte prüfen.</translation>
    </message>
    <message>
        <source>The metadata is not a table of texts.</source>
        <translation>Die Metadaten sind keine Tabelle von Texten.</translation>
    </message>
    <message>
        <source>The metadata holds more than texts.</source>
        <translation>Die Metadaten enthalten mehr als Texte.</translation>
    </message>
    <message>
        <source>the lower bound exceeds the upper bound</source>
        <translation>die untere Grenze liegt über der oberen</translation>
    </message>
    <message>
        <source>Correct the bounds of this reaction.</source>
        <translation>Die Grenzen dieser Reaktion korrigieren.</translation>
    </message>
    <message>
        <source>the stoichiometry cannot be used</source>
        <translation>die Stöchiometrie ist nicht verwendbar</translation>
    </message>
    <message>
        <source>Correct the coefficients of this reaction.</source>
        <translation>Die Koeffizienten dieser Reaktion korrigieren.</translation>
    </message>
    <message>
        <source>the cell has no metabolism</source>
        <translation>die Zelle hat keinen Stoffwechsel</translation>
    </message>
    <message>
        <source>Import the cell with an SBML or COBRA model.</source>
        <translation>Die Zelle mit einem SBML- oder COBRA-Modell importieren.</translation>
    </message>
    <message>
        <source>no reaction is marked as the objective</source>
        <translation>keine Reaktion ist als Zielfunktion gekennzeichnet</translation>
    </message>
    <message>
        <source>growth of the wild type is unbounded</source>
        <translation>das Wachstum des Wildtyps ist unbeschränkt</translation>
    </message>
    <message>
        <source>Limit the uptake reactions by their bounds.</source>
        <translation>Die Aufnahmereaktionen durch ihre Grenzen beschränken.</translation>
    </message>
    <message>
        <source>the wild type cannot grow</source>
        <translation>der Wildtyp kann nicht wachsen</translation>
    </message>
    <message>
        <source>Open the uptake of the nutrients that growth needs, and check that every part of the biomass can be made.</source>
        <translation>Die Aufnahme der nötigen Nährstoffe zulassen und prüfen, ob jeder Bestandteil der Biomasse herstellbar ist.</translation>
    </message>
    <message>
        <source>no such gene in this cell</source>
        <translation>dieses Gen gibt es in dieser Zelle nicht</translation>
    </message>
    <message>
        <source>Simulating growth</source>
        <translation>Wachstum simulieren</translation>
    </message>
    <message>
        <source>Encoding the cell</source>
        <translation>Zelle codieren</translation>
    </message>
    <message>
        <source>It names a gene that the cell&apos;s catalogue lacks.</source>
        <translation>Er nennt ein Gen, das im Katalog der Zelle fehlt.</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>No model was named.</source>
        <translation>Kein Modell wurde angegeben.</translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation>Modell lesen</translation>
    </message>
    <message>
        <source>Prediction and training need libtorch: install it, or build Knockscape with it (see README).</source>
        <translation>Vorhersage und Training brauchen libtorch: installieren oder Knockscape damit bauen (siehe README).</translation>
    </message>
    <message>
        <source>This file is not Knockscape&apos;s engine module.</source>
        <translation>Diese Datei ist nicht das Engine-Modul von Knockscape.</translation>
    </message>
    <message>
        <source>The engine module is not there.</source>
        <translation>Das Engine-Modul fehlt.</translation>
    </message>
    <message>
        <source>in_channels</source>
        <translation>in_channels</translation>
    </message>
    <message>
        <source>Open the cell with the features the model was trained on.</source>
        <translation>Die Zelle mit den Merkmalen öffnen, mit denen das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>edge_types</source>
        <translation>edge_types</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Open a cell with this network.</source>
        <translation>Eine Zelle mit diesem Netz öffnen.</translation>
    </message>
    <message>
        <source>This is not a device.</source>
        <translation>Das ist kein Gerät.</translation>
    </message>
    <message>
        <source>Use auto, cpu, cuda or cuda:0.</source>
        <translation>auto, cpu, cuda oder cuda:0 verwenden.</translation>
    </message>
    <message>
        <source>No CUDA device can be used here.</source>
        <translation>Hier ist kein CUDA-Gerät nutzbar.</translation>
    </message>
    <message>
        <source>Use “cpu” or “auto”, or install a libtorch with CUDA and its driver.</source>
        <translation>„cpu“ oder „auto“ verwenden oder libtorch mit CUDA samt Treiber installieren.</translation>
    </message>
    <message>
        <source>Use a number below that.</source>
        <translation>Eine kleinere Nummer verwenden.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>The model never uses this hyper-parameter; it is ignored.</source>
        <translation>Das Modell benutzt diesen Hyperparameter nie; er wird übergangen.</translation>
    </message>
    <message>
        <source>This hyper-parameter is not known; it is ignored.</source>
        <translation>Dieser Hyperparameter ist unbekannt; er wird übergangen.</translation>
    </message>
    <message>
        <source>Check its spelling.</source>
        <translation>Die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>The options of the convolution must be a JSON object.</source>
        <translation>Die Optionen der Faltung müssen ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>a list of network types</source>
        <translation>eine Liste von Netztypen</translation>
    </message>
    <message>
        <source>a list without repeats</source>
        <translation>eine Liste ohne Wiederholungen</translation>
    </message>
    <message>
        <source>Choose a number of heads that divides the hidden channels.</source>
        <translation>Eine Zahl von Köpfen wählen, die die verborgenen Kanäle teilt.</translation>
    </message>
    <message>
        <source>The hyper-parameters are not a JSON object.</source>
        <translation>Die Hyperparameter sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Give a file such as {&quot;hidden_channels&quot;: 64}.</source>
        <translation>Eine Datei angeben wie {&quot;hidden_channels&quot;: 64}.</translation>
    </message>
    <message>
        <source>The tensor holds values that are not finite.</source>
        <translation>Der Tensor enthält Werte, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>Use a checkpoint from before the training diverged.</source>
        <translation>Einen Zwischenstand von vor der Divergenz des Trainings verwenden.</translation>
    </message>
    <message>
        <source>The tensor appears under two names.</source>
        <translation>Der Tensor kommt unter zwei Namen vor.</translation>
    </message>
    <message>
        <source>Open the cell that the model was trained on.</source>
        <translation>Die Zelle öffnen, mit der das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>The model was trained on other genes than the cell&apos;s.</source>
        <translation>Das Modell wurde mit anderen Genen trainiert als denen der Zelle.</translation>
    </message>
    <message>
        <source>The model was trained on the same genes in another order.</source>
        <translation>Das Modell wurde mit denselben Genen in anderer Reihenfolge trainiert.</translation>
    </message>
    <message>
        <source>Open the cell that the model was trained on, or another model.</source>
        <translation>Die Zelle öffnen, mit der das Modell trainiert wurde, oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>A JSON object was expected here.</source>
        <translation>Hier wurde ein JSON-Objekt erwartet.</translation>
    </message>
    <message>
        <source>The value has the wrong type.</source>
        <translation>Der Wert hat den falschen Typ.</translation>
    </message>
    <message>
        <source>A range is two numbers.</source>
        <translation>Ein Bereich besteht aus zwei Zahlen.</translation>
    </message>
    <message>
        <source>This is not an order.</source>
        <translation>Das ist keine Reihenfolge.</translation>
    </message>
    <message>
        <source>Open it with a newer Knockscape.</source>
        <translation>Mit einem neueren Knockscape öffnen.</translation>
    </message>
    <message>
        <source>The model lacks this tensor.</source>
        <translation>Dem Modell fehlt dieser Tensor.</translation>
    </message>
    <message>
        <source>the folder of the run database does not exist</source>
        <translation>den Ordner der Laufdatenbank gibt es nicht</translation>
    </message>
    <message>
        <source>Create it first, or choose another file.</source>
        <translation>Erst anlegen oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>&quot;runs list&quot; shows the runs there are.</source>
        <translation>„runs list“ zeigt die vorhandenen Läufe.</translation>
    </message>
    <message>
        <source>the program ended before the run did</source>
        <translation>das Programm endete vor dem Lauf</translation>
    </message>
    <message>
        <source>this is a database of another program, not of runs</source>
        <translation>das ist die Datenbank eines anderen Programms, keine Laufdatenbank</translation>
    </message>
    <message>
        <source>Choose another file; a new one is created where none exists.</source>
        <translation>Eine andere Datei wählen; wo keine ist, wird eine neue angelegt.</translation>
    </message>
    <message>
        <source>Update Knockscape, or choose another file.</source>
        <translation>Knockscape aktualisieren oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>this is not a run database</source>
        <translation>das ist keine Laufdatenbank</translation>
    </message>
    <message>
        <source>the run database is damaged or cut short</source>
        <translation>die Laufdatenbank ist beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>Restore a copy of it, or move it away: a new one is created.</source>
        <translation>Eine Kopie zurückspielen oder die Datei verschieben: eine neue wird angelegt.</translation>
    </message>
    <message>
        <source>the run database cannot be written</source>
        <translation>die Laufdatenbank ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>Change the permissions of the file and its folder, or choose another file.</source>
        <translation>Die Zugriffsrechte der Datei und ihres Ordners ändern oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Check the path and the permissions of its folder.</source>
        <translation>Den Pfad und die Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>the disk is full; the run database was not changed</source>
        <translation>der Datenträger ist voll; die Laufdatenbank blieb unverändert</translation>
    </message>
    <message>
        <source>Free some space, or choose a file on another disk.</source>
        <translation>Platz schaffen oder eine Datei auf einem anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>another program keeps the run database locked</source>
        <translation>ein anderes Programm hält die Laufdatenbank gesperrt</translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation>Warten, bis es fertig ist, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the disk and the space left on it.</source>
        <translation>Den Datenträger und seinen freien Platz prüfen.</translation>
    </message>
    <message>
        <source>Try again, or choose another file.</source>
        <translation>Erneut versuchen oder eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>Free some space for temporary files, or write a .csv file.</source>
        <translation>Platz für temporäre Dateien schaffen oder eine .csv-Datei schreiben.</translation>
    </message>
    <message>
        <source>the disk of temporary files is full</source>
        <translation>der Datenträger für temporäre Dateien ist voll</translation>
    </message>
    <message>
        <source>no memory</source>
        <translation>kein Speicher</translation>
    </message>
    <message>
        <source>Write a .csv or .tsv file.</source>
        <translation>Eine .csv- oder .tsv-Datei schreiben.</translation>
    </message>
    <message>
        <source>no temporary file</source>
        <translation>keine temporäre Datei</translation>
    </message>
    <message>
        <source>this build cannot write spreadsheets</source>
        <translation>diese Programmfassung kann keine Tabellenblätter schreiben</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Trainingswerte lesen</translation>
    </message>
    <message>
        <source>query and array are alleles of one gene</source>
        <translation>Query und Array sind Allele eines Gens</translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation>es gibt keinen Wert</translation>
    </message>
    <message>
        <source>a gene name is ambiguous</source>
        <translation>ein Genname ist mehrdeutig</translation>
    </message>
    <message>
        <source>a gene is not in this cell</source>
        <translation>ein Gen ist nicht in dieser Zelle</translation>
    </message>
    <message>
        <source>Fitness is relative to wild type (= 1).</source>
        <translation>Fitness ist relativ zum Wildtyp (= 1).</translation>
    </message>
    <message>
        <source>Use systematic names, or a cell that has these genes.</source>
        <translation>Systematische Namen verwenden oder eine Zelle mit diesen Genen.</translation>
    </message>
    <message>
        <source>No row can be used as a label.</source>
        <translation>Keine Zeile ist als Trainingswert verwendbar.</translation>
    </message>
    <message>
        <source>Rows need known genes and a fitness or an interaction.</source>
        <translation>Zeilen brauchen bekannte Gene und eine Fitness oder eine Interaktion.</translation>
    </message>
    <message>
        <source>There is no column of values.</source>
        <translation>Es gibt keine Spalte mit Werten.</translation>
    </message>
    <message>
        <source>Labels need a column fitness or interaction.</source>
        <translation>Trainingswerte brauchen eine Spalte fitness oder interaction.</translation>
    </message>
    <message>
        <source>Write train, validation, test, or nothing.</source>
        <translation>train, validation, test oder nichts eintragen.</translation>
    </message>
    <message>
        <source>Give fractions from 0 to below 1 that leave rows to train on.</source>
        <translation>Anteile ab 0 und unter 1 angeben, die Zeilen zum Trainieren übrig lassen.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>training diverged in its first epoch</source>
        <translation>das Training divergierte in der ersten Epoche</translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation>Die Lernrate senken.</translation>
    </message>
    <message>
        <source>only the native flavour is trained here</source>
        <translation>hier wird nur die Variante native trainiert</translation>
    </message>
    <message>
        <source>Remove the key, or write &quot;native&quot;.</source>
        <translation>Den Schlüssel entfernen oder &quot;native&quot; schreiben.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>the configuration is not a JSON object</source>
        <translation>die Konfiguration ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>Give a file such as {&quot;epochs&quot;: 80, &quot;hidden_channels&quot;: 64}.</source>
        <translation>Eine Datei angeben wie {&quot;epochs&quot;: 80, &quot;hidden_channels&quot;: 64}.</translation>
    </message>
    <message>
        <source>no row is left to train on</source>
        <translation>keine Zeile bleibt zum Trainieren übrig</translation>
    </message>
    <message>
        <source>Give labels of deletions that are not all held out.</source>
        <translation>Trainingswerte von Deletionen angeben, die nicht alle zurückgehalten sind.</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>one 1024×1024 product</source>
        <translation>ein Produkt 1024×1024</translation>
    </message>
    <message>
        <source>cell encoded and tables built at the seed&apos;s sizes, h = 64</source>
        <translation>Zelle codiert und Tabellen gebaut in den Größen der Vorgabe, h = 64</translation>
    </message>
    <message>
        <source>one genotype by a full forward pass</source>
        <translation>ein Genotyp mit vollem Vorwärtslauf</translation>
    </message>
    <message>
        <source>one genotype, cell encoded once, sets pooled naively</source>
        <translation>ein Genotyp, Zelle einmal codiert, Mengen naiv zusammengefasst</translation>
    </message>
    <message>
        <source>one pair from tables, median</source>
        <translation>ein Paar aus Tabellen, Median</translation>
    </message>
    <message>
        <source>200,000 random pairs from tables</source>
        <translation>200.000 zufällige Paare aus Tabellen</translation>
    </message>
    <message>
        <source>100,000 random triples from tables</source>
        <translation>100.000 zufällige Tripel aus Tabellen</translation>
    </message>
    <message>
        <source>pairs from tables over full forward passes</source>
        <translation>Paare aus Tabellen gegenüber vollen Vorwärtsläufen</translation>
    </message>
    <message>
        <source>pairs from tables over naive pooling</source>
        <translation>Paare aus Tabellen gegenüber naivem Zusammenfassen</translation>
    </message>
    <message>
        <source>largest resident set of this process</source>
        <translation>größter Arbeitsspeicherbedarf dieses Prozesses</translation>
    </message>
    <message>
        <source>This is not a cell: it has no %1.</source>
        <translation>Das ist keine Zelle: %1 fehlt.</translation>
    </message>
    <message>
        <source>The file is not valid JSON (%1).</source>
        <translation>Die Datei ist kein gültiges JSON (%1).</translation>
    </message>
    <message>
        <source>“%1” cannot be an interaction type: letters, digits, blanks and _ . - + are allowed.</source>
        <translation>„%1“ kann kein Interaktionstyp sein: erlaubt sind Buchstaben, Ziffern, Leerzeichen und _ . - +.</translation>
    </message>
    <message>
        <source>The interaction type %1 is there twice.</source>
        <translation>Den Interaktionstyp %1 gibt es zweimal.</translation>
    </message>
    <message>
        <source>The network is not listed in %1 and was not read.</source>
        <translation>Das Netz steht nicht in %1 und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>A tensor x with one row for each of the %1 genes is expected.</source>
        <translation>Ein Tensor x mit je einer Zeile für die %1 Gene wird erwartet.</translation>
    </message>
    <message>
        <source>The cell cannot be written (%1).</source>
        <translation>Die Zelle lässt sich nicht schreiben (%1).</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message numerus="yes">
        <source>Without a gene table the cell has the %1 genes that the other files name.</source>
        <translation>
            <numerusform>Ohne Gentabelle hat die Zelle das eine Gen, das die anderen Dateien nennen.</numerusform>
            <numerusform>Ohne Gentabelle hat die Zelle die %1 Gene, die die anderen Dateien nennen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Binding the %1 network</source>
        <translation>Netz %1 zuordnen</translation>
    </message>
    <message>
        <source>Column %1: “%2” is not a flux bound.</source>
        <translation>Spalte %1: „%2“ ist keine Flussgrenze.</translation>
    </message>
    <message>
        <source>The id %1 is there twice.</source>
        <translation>Die Id %1 gibt es zweimal.</translation>
    </message>
    <message>
        <source>Column charge: “%1” is not a charge.</source>
        <translation>Spalte charge: „%1“ ist keine Ladung.</translation>
    </message>
    <message>
        <source>Correct the bounds of reaction %1.</source>
        <translation>Die Grenzen der Reaktion %1 korrigieren.</translation>
    </message>
    <message>
        <source>“%1” is not in %2.</source>
        <translation>„%1“ ist nicht in %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes of the reaction rules are not in the gene table: %2.</source>
        <translation>
            <numerusform>%1 Gen der Reaktionsregeln steht nicht in der Gentabelle: %2.</numerusform>
            <numerusform>%1 Gene der Reaktionsregeln stehen nicht in der Gentabelle: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, gene %2</source>
        <translation>%1, Gen %2</translation>
    </message>
    <message>
        <source>The id %1 is already that of gene %2.</source>
        <translation>Die Id %1 gehört schon dem Gen %2.</translation>
    </message>
    <message>
        <source>“%1” may mean %2.</source>
        <translation>„%1“ kann %2 bedeuten.</translation>
    </message>
    <message>
        <source>There is no gene “%1” in this cell.</source>
        <translation>Ein Gen „%1“ gibt es in dieser Zelle nicht.</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>War %1 gemeint?</translation>
    </message>
    <message>
        <source>The file is larger than %1 bytes.</source>
        <translation>Die Datei ist größer als %1&#xa0;Byte.</translation>
    </message>
    <message>
        <source>metabolite %1</source>
        <translation>Metabolit %1</translation>
    </message>
    <message>
        <source>reaction %1</source>
        <translation>Reaktion %1</translation>
    </message>
    <message>
        <source>Column %1: “%2” is neither 1 nor 0.</source>
        <translation>Spalte %1: „%2“ ist weder 1 noch 0.</translation>
    </message>
    <message>
        <source>“%1” is not a nucleotide.</source>
        <translation>„%1“ ist kein Nukleotid.</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes have no features and get zeros: %2.</source>
        <translation>
            <numerusform>%1 Gen hat keine Merkmale und bekommt Nullen: %2.</numerusform>
            <numerusform>%1 Gene haben keine Merkmale und bekommen Nullen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A matrix with one row for each of the %1 genes is expected.</source>
        <translation>Eine Matrix mit je einer Zeile für die %1 Gene wird erwartet.</translation>
    </message>
    <message>
        <source>%1, reaction %2</source>
        <translation>%1, Reaktion %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 repeated interactions were merged.</source>
        <translation>
            <numerusform>%1 wiederholte Interaktion wurde zusammengeführt.</numerusform>
            <numerusform>%1 wiederholte Interaktionen wurden zusammengeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The objective names a reaction %1 that does not exist.</source>
        <translation>Die Zielfunktion nennt eine Reaktion %1, die es nicht gibt.</translation>
    </message>
    <message>
        <source>The line has more than %1 characters.</source>
        <translation>Die Zeile hat mehr als %1 Zeichen.</translation>
    </message>
    <message>
        <source>genotype %1</source>
        <translation>Genotyp %1</translation>
    </message>
    <message>
        <source>First at %1.</source>
        <translation>Zuerst bei %1.</translation>
    </message>
    <message>
        <source>The file cannot be written (%1).</source>
        <translation>Die Datei lässt sich nicht schreiben (%1).</translation>
    </message>
    <message>
        <source>The file holds more than %1 bytes once decompressed.</source>
        <translation>Die Datei enthält entpackt mehr als %1&#xa0;Byte.</translation>
    </message>
    <message>
        <source>This build cannot read %1 files.</source>
        <translation>Diese Programmfassung kann keine %1-Dateien lesen.</translation>
    </message>
    <message>
        <source>The column %1 is there twice.</source>
        <translation>Die Spalte %1 gibt es zweimal.</translation>
    </message>
    <message numerus="yes">
        <source>The line has %1 cells, the header %2.</source>
        <translation>
            <numerusform>Die Zeile hat %1 Zelle, die Kopfzeile %2.</numerusform>
            <numerusform>Die Zeile hat %1 Zellen, die Kopfzeile %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no column %1.</source>
        <translation>Eine Spalte %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The columns are: %1.</source>
        <translation>Die Spalten sind: %1.</translation>
    </message>
    <message>
        <source>Column %1: “%2” is not a number.</source>
        <translation>Spalte %1: „%2“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>The file cannot be read (%1).</source>
        <translation>Die Datei lässt sich nicht lesen (%1).</translation>
    </message>
    <message>
        <source>The shape of the tensor is not a list of at most %1 sizes.</source>
        <translation>Die Form des Tensors ist keine Liste von höchstens %1 Größen.</translation>
    </message>
    <message>
        <source>The tensor ends at byte %1 of the data but the file holds only %2: it is truncated.</source>
        <translation>Der Tensor endet bei Byte %1 der Daten, die Datei enthält aber nur %2: sie ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The tensor&apos;s shape needs %1 bytes but its data_offsets hold %2.</source>
        <translation>Die Form des Tensors braucht %1&#xa0;Byte, data_offsets umfasst aber %2.</translation>
    </message>
    <message>
        <source>The tensor overlaps another one.</source>
        <translation>Der Tensor überschneidet sich mit einem anderen.</translation>
    </message>
    <message>
        <source>There are unused bytes before the tensor.</source>
        <translation>Vor dem Tensor liegen unbenutzte Bytes.</translation>
    </message>
    <message>
        <source>The file holds %1 bytes of data but the header describes %2.</source>
        <translation>Die Datei enthält %1&#xa0;Byte Daten, der Kopf beschreibt aber %2.</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>The engine module cannot be loaded: %1</source>
        <translation>Das Engine-Modul lässt sich nicht laden: %1</translation>
    </message>
    <message numerus="yes">
        <source>The model reads %1 feature columns per gene; the cell has %2.</source>
        <translation>
            <numerusform>Das Modell liest %1 Merkmalsspalte je Gen; die Zelle hat %2.</numerusform>
            <numerusform>Das Modell liest %1 Merkmalsspalten je Gen; die Zelle hat %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model needs a %1 network; the cell has: %2.</source>
        <translation>Das Modell braucht ein Netz vom Typ %1; die Zelle hat: %2.</translation>
    </message>
    <message>
        <source>There are only %1 CUDA devices.</source>
        <translation>Es gibt nur %1 CUDA-Geräte.</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %1 threads</source>
        <translation>
            <numerusform>CPU, %1 Thread</numerusform>
            <numerusform>CPU, %1 Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>CUDA device %1</source>
        <translation>CUDA-Gerät %1</translation>
    </message>
    <message>
        <source>Gene number %1 is not one of the cell&apos;s %2 genes.</source>
        <translation>Gen Nummer %1 gehört nicht zu den %2 Genen der Zelle.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>The hyper-parameter must be %1.</source>
        <translation>Für den Hyperparameter wird erwartet: %1.</translation>
    </message>
    <message>
        <source>%1 hidden channels cannot be shared by %2 heads.</source>
        <translation>%1 verborgene Kanäle lassen sich nicht auf %2 Köpfe aufteilen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes differ: the model has %2 that the cell lacks (%3 …), the cell has %4 that the model lacks.</source>
        <translation>
            <numerusform>%1 Gen ist verschieden: Das Modell hat %2, die der Zelle fehlen (%3 …), die Zelle hat %4, die dem Modell fehlen.</numerusform>
            <numerusform>%1 Gene sind verschieden: Das Modell hat %2, die der Zelle fehlen (%3 …), die Zelle hat %4, die dem Modell fehlen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model lacks this tensor; %1 was expected.</source>
        <translation>Dem Modell fehlt dieser Tensor; erwartet wurde %1.</translation>
    </message>
    <message>
        <source>The tensor has shape %1; the cell needs %2.</source>
        <translation>Der Tensor hat die Form %1; die Zelle braucht %2.</translation>
    </message>
    <message>
        <source>There are %1 values for the cell&apos;s %2 genes.</source>
        <translation>Es gibt %1 Werte für die %2 Gene der Zelle.</translation>
    </message>
    <message>
        <source>Version %1 of the model file is not known.</source>
        <translation>Version %1 der Modelldatei ist unbekannt.</translation>
    </message>
    <message>
        <source>there is no run %1</source>
        <translation>einen Lauf %1 gibt es nicht</translation>
    </message>
    <message>
        <source>the run database was written by a newer program (version %1; this one knows %2)</source>
        <translation>die Laufdatenbank stammt von einem neueren Programm (Version %1; dieses kennt %2)</translation>
    </message>
    <message>
        <source>the run database cannot be opened (%1)</source>
        <translation>die Laufdatenbank lässt sich nicht öffnen (%1)</translation>
    </message>
    <message>
        <source>the run database could not be read or written (%1)</source>
        <translation>die Laufdatenbank konnte nicht gelesen oder geschrieben werden (%1)</translation>
    </message>
    <message>
        <source>the run database failed (%1)</source>
        <translation>Fehler der Laufdatenbank (%1)</translation>
    </message>
    <message>
        <source>the spreadsheet could not be written (%1)</source>
        <translation>das Tabellenblatt konnte nicht geschrieben werden (%1)</translation>
    </message>
    <message>
        <source>a spreadsheet holds at most %1 rows; there are %2</source>
        <translation>ein Tabellenblatt fasst höchstens %1 Zeilen; es sind %2</translation>
    </message>
    <message>
        <source>Column %1: %2 is beyond any sensible value.</source>
        <translation>Spalte %1: %2 liegt jenseits aller sinnvollen Werte.</translation>
    </message>
    <message>
        <source>Column %1 may not be negative.</source>
        <translation>Spalte %1 darf nicht negativ sein.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows were left out: %2.</source>
        <translation>
            <numerusform>%1 Zeile wurde ausgelassen: %2.</numerusform>
            <numerusform>%1 Zeilen wurden ausgelassen: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gene names were not understood: %2</source>
        <translation>
            <numerusform>%1 Genname wurde nicht verstanden: %2</numerusform>
            <numerusform>%1 Gennamen wurden nicht verstanden: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Column split: “%1” is not a split.</source>
        <translation>Spalte split: „%1“ ist keine gültige Angabe.</translation>
    </message>
    <message>
        <source>%1 and %2 are not fractions to hold out</source>
        <translation>%1 und %2 sind keine Anteile zum Zurückhalten</translation>
    </message>
    <message>
        <source>the value must be %1</source>
        <translation>erwartet wird %1</translation>
    </message>
    <message>
        <source>Check that the file is about one organism, or give a gene table.</source>
        <translation>Prüfen, ob die Datei von einem einzigen Organismus stammt, oder eine Gentabelle angeben.</translation>
    </message>
    <message>
        <source>names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>a table of interactions</source>
        <translation>eine Interaktionstabelle</translation>
    </message>
    <message>
        <source>an SBML model</source>
        <translation>ein SBML-Modell</translation>
    </message>
    <message>
        <source>a model in COBRA JSON</source>
        <translation>ein Modell in COBRA JSON</translation>
    </message>
    <message>
        <source>a gene table</source>
        <translation>eine Gentabelle</translation>
    </message>
    <message>
        <source>a table of annotations</source>
        <translation>eine Annotationstabelle</translation>
    </message>
    <message>
        <source>a table of features</source>
        <translation>eine Merkmalstabelle</translation>
    </message>
    <message>
        <source>COBRA JSON</source>
        <translation>COBRA JSON</translation>
    </message>
    <message>
        <source>The lines do not name two genes.</source>
        <translation>Die Zeilen nennen nicht je zwei Gene.</translation>
    </message>
    <message>
        <source>Source and target are the same column.</source>
        <translation>Quelle und Ziel sind dieselbe Spalte.</translation>
    </message>
    <message>
        <source>Name two columns.</source>
        <translation>Zwei Spalten angeben.</translation>
    </message>
    <message>
        <source>This is a table about single genes, not interactions.</source>
        <translation>Das ist eine Tabelle über einzelne Gene, nicht über Interaktionen.</translation>
    </message>
    <message>
        <source>Give it as genes or annotations.</source>
        <translation>Als Gene oder Annotationen angeben.</translation>
    </message>
    <message>
        <source>Give the coding sequences of one genome, one a gene.</source>
        <translation>Die codierenden Sequenzen eines Genoms angeben, eine je Gen.</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>COBRA YAML</source>
        <translation>COBRA YAML</translation>
    </message>
    <message>
        <source>PyTorch checkpoint</source>
        <translation>PyTorch-Checkpoint</translation>
    </message>
    <message>
        <source>ZIP archive</source>
        <translation>ZIP-Archiv</translation>
    </message>
    <message>
        <source>Python pickle</source>
        <translation>Python-Pickle</translation>
    </message>
    <message>
        <source>binary file</source>
        <translation>Binärdatei</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Give it as a metabolic model in SBML.</source>
        <translation>Als Stoffwechselmodell in SBML angeben.</translation>
    </message>
    <message>
        <source>Give it as interactions.</source>
        <translation>Als Interaktionen angeben.</translation>
    </message>
    <message>
        <source>Give it as genes or as features.</source>
        <translation>Als Gene oder als Merkmale angeben.</translation>
    </message>
    <message>
        <source>Save the sheet as CSV or TSV and choose that.</source>
        <translation>Das Blatt als CSV oder TSV speichern und diese Datei wählen.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Erst entpacken.</translation>
    </message>
    <message>
        <source>The table has no column beside that of the genes.</source>
        <translation>Die Tabelle hat außer der Genspalte keine Spalte.</translation>
    </message>
    <message>
        <source>Give a gene column and up to some thousand columns of numbers.</source>
        <translation>Eine Genspalte und bis zu einige Tausend Spalten mit Zahlen angeben.</translation>
    </message>
    <message>
        <source>FASTA, as codon frequencies</source>
        <translation>FASTA, als Codonhäufigkeiten</translation>
    </message>
    <message>
        <source>Check that this is a table of one organism&apos;s genes.</source>
        <translation>Prüfen, ob dies eine Tabelle der Gene eines einzigen Organismus ist.</translation>
    </message>
    <message>
        <source>This is a table of measured genotypes, not of genes.</source>
        <translation>Das ist eine Tabelle gemessener Genotypen, keine Gentabelle.</translation>
    </message>
    <message>
        <source>Use it as labels, or name its gene column.</source>
        <translation>Als Trainingswerte verwenden oder die Genspalte angeben.</translation>
    </message>
    <message>
        <source>A gene table has at most a thousand; numbers are features.</source>
        <translation>Eine Gentabelle hat höchstens tausend; Zahlen sind Merkmale.</translation>
    </message>
    <message>
        <source>Most lines do not begin with a gene of their own.</source>
        <translation>Die meisten Zeilen beginnen nicht mit einem eigenen Gen.</translation>
    </message>
    <message>
        <source>Choose a gene table, or name its gene column.</source>
        <translation>Eine Gentabelle wählen oder ihre Genspalte angeben.</translation>
    </message>
    <message>
        <source>There are more than a thousand annotation columns.</source>
        <translation>Es gibt mehr als tausend Annotationsspalten.</translation>
    </message>
    <message>
        <source>Give numbers as features, not as annotations.</source>
        <translation>Zahlen als Merkmale angeben, nicht als Annotationen.</translation>
    </message>
    <message>
        <source>the gene has very many already</source>
        <translation>das Gen hat schon sehr viele</translation>
    </message>
    <message>
        <source>Write a header line above the rows, such as “id” and names of the other columns.</source>
        <translation>Über die Zeilen eine Kopfzeile schreiben, etwa „id“ und die Namen der anderen Spalten.</translation>
    </message>
    <message>
        <source>FASTA</source>
        <translation>FASTA</translation>
    </message>
    <message>
        <source>the id is there before</source>
        <translation>die Id kam schon vor</translation>
    </message>
    <message>
        <source>The graph has too many nodes or edges.</source>
        <translation>Der Graph hat zu viele Knoten oder Kanten.</translation>
    </message>
    <message>
        <source>Give the interactions as a table.</source>
        <translation>Die Interaktionen als Tabelle angeben.</translation>
    </message>
    <message>
        <source>gene table</source>
        <translation>Gentabelle</translation>
    </message>
    <message>
        <source>gene features</source>
        <translation>Genmerkmale</translation>
    </message>
    <message>
        <source>coding sequences</source>
        <translation>codierende Sequenzen</translation>
    </message>
    <message>
        <source>metabolic model</source>
        <translation>Stoffwechselmodell</translation>
    </message>
    <message>
        <source>measured values</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>trained model</source>
        <translation>trainiertes Modell</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>kind of interaction</source>
        <translation>Art der Interaktion</translation>
    </message>
    <message>
        <source>organism</source>
        <translation>Organismus</translation>
    </message>
    <message>
        <source>gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>aliases</source>
        <translation>Aliasnamen</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>essential</source>
        <translation>essentiell</translation>
    </message>
    <message>
        <source>GO aspect</source>
        <translation>GO-Aspekt</translation>
    </message>
    <message>
        <source>GO term</source>
        <translation>GO-Term</translation>
    </message>
    <message>
        <source>Every interaction is of a gene with itself.</source>
        <translation>Jede Interaktion verbindet ein Gen mit sich selbst.</translation>
    </message>
    <message>
        <source>Name the columns of source and target.</source>
        <translation>Die Spalten von Quelle und Ziel angeben.</translation>
    </message>
    <message>
        <source>Check that the columns of genes were chosen.</source>
        <translation>Prüfen, ob die Spalten mit den Genen gewählt wurden.</translation>
    </message>
    <message>
        <source>Export the data as text.</source>
        <translation>Die Daten als Text exportieren.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose files or a folder NAME.cell.</source>
        <translation>Dateien oder einen Ordner NAME.cell wählen.</translation>
    </message>
    <message>
        <source>empty file</source>
        <translation>leere Datei</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The file is left out.</source>
        <translation>Die Datei wird ausgelassen.</translation>
    </message>
    <message>
        <source>There is another metabolic model.</source>
        <translation>Es gibt ein weiteres Stoffwechselmodell.</translation>
    </message>
    <message>
        <source>description of a cell</source>
        <translation>Beschreibung einer Zelle</translation>
    </message>
    <message>
        <source>Choose the folder NAME.cell around it.</source>
        <translation>Den umgebenden Ordner NAME.cell wählen.</translation>
    </message>
    <message>
        <source>graph in JSON</source>
        <translation>Graph in JSON</translation>
    </message>
    <message>
        <source>table of measured values</source>
        <translation>Tabelle mit Messwerten</translation>
    </message>
    <message>
        <source>GO terms</source>
        <translation>GO-Terme</translation>
    </message>
    <message>
        <source>It is not clear what the columns hold.</source>
        <translation>Es ist nicht klar, was die Spalten enthalten.</translation>
    </message>
    <message>
        <source>Choose what the file is, and its columns.</source>
        <translation>Wählen, was die Datei ist, und ihre Spalten.</translation>
    </message>
    <message>
        <source>Remove what is not needed, such as notes and groups.</source>
        <translation>Nicht Benötigtes entfernen, etwa Notizen und Gruppen.</translation>
    </message>
    <message>
        <source>Copy or download the file again, or save it once more.</source>
        <translation>Die Datei erneut kopieren, herunterladen oder speichern.</translation>
    </message>
    <message>
        <source>The size of a tensor is not a list of numbers.</source>
        <translation>Die Größe eines Tensors ist keine Liste von Zahlen.</translation>
    </message>
    <message>
        <source>A size or stride of a tensor is not a number from 0 on.</source>
        <translation>Eine Größe oder Schrittweite eines Tensors ist keine Zahl ab 0.</translation>
    </message>
    <message>
        <source>A tensor reaches beyond the data that it is stored in.</source>
        <translation>Ein Tensor reicht über die Daten hinaus, in denen er gespeichert ist.</translation>
    </message>
    <message>
        <source>The description of a tensor is damaged.</source>
        <translation>Die Beschreibung eines Tensors ist beschädigt.</translation>
    </message>
    <message>
        <source>A storage is a view of another one; such files are older than PyTorch 0.4.</source>
        <translation>Ein Speicherbereich ist eine Sicht auf einen anderen; solche Dateien sind älter als PyTorch 0.4.</translation>
    </message>
    <message>
        <source>Load and save it once with a newer PyTorch.</source>
        <translation>Einmal mit einem neueren PyTorch laden und speichern.</translation>
    </message>
    <message>
        <source>The pickle is of a newer protocol than 5.</source>
        <translation>Das Pickle hat ein neueres Protokoll als 5.</translation>
    </message>
    <message>
        <source>Copy or download the file again, or save it once more with torch.save.</source>
        <translation>Die Datei erneut kopieren, herunterladen oder mit torch.save speichern.</translation>
    </message>
    <message>
        <source>The pickle is cut short.</source>
        <translation>Das Pickle ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The pickle holds more than a checkpoint can need.</source>
        <translation>Das Pickle enthält mehr, als ein Checkpoint brauchen kann.</translation>
    </message>
    <message>
        <source>The pickle takes a value that it never gave.</source>
        <translation>Das Pickle verwendet einen Wert, den es nie angegeben hat.</translation>
    </message>
    <message>
        <source>The pickle is nested too deeply.</source>
        <translation>Das Pickle ist zu tief geschachtelt.</translation>
    </message>
    <message>
        <source>A number of the pickle cannot be read.</source>
        <translation>Eine Zahl des Pickles ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The pickle adds to a value that holds no others.</source>
        <translation>Das Pickle fügt einem Wert etwas hinzu, der keine anderen Werte enthält.</translation>
    </message>
    <message>
        <source>The pickle calls what is not a class or function.</source>
        <translation>Das Pickle ruft etwas auf, das weder Klasse noch Funktion ist.</translation>
    </message>
    <message>
        <source>This is a tar archive, as PyTorch wrote before version 0.2.</source>
        <translation>Das ist ein tar-Archiv, wie es PyTorch vor Version 0.2 schrieb.</translation>
    </message>
    <message>
        <source>This is a Python pickle, but not a PyTorch checkpoint.</source>
        <translation>Das ist ein Python-Pickle, aber kein PyTorch-Checkpoint.</translation>
    </message>
    <message>
        <source>Choose a file that torch.save wrote.</source>
        <translation>Eine Datei wählen, die torch.save geschrieben hat.</translation>
    </message>
    <message>
        <source>This is not a PyTorch checkpoint.</source>
        <translation>Das ist kein PyTorch-Checkpoint.</translation>
    </message>
    <message>
        <source>This is not a tensor.</source>
        <translation>Das ist kein Tensor.</translation>
    </message>
    <message>
        <source>The tensor&apos;s element type is not one that can be read.</source>
        <translation>Der Elementtyp des Tensors ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Convert the model to float32 (model.float()) and save it again.</source>
        <translation>Das Modell in float32 umwandeln (model.float()) und erneut speichern.</translation>
    </message>
    <message>
        <source>The tensor has more elements than the file can explain.</source>
        <translation>Der Tensor hat mehr Elemente, als die Datei erklären kann.</translation>
    </message>
    <message>
        <source>Save it again as tensor.contiguous().clone().</source>
        <translation>Erneut als tensor.contiguous().clone() speichern.</translation>
    </message>
    <message>
        <source>The archive holds several checkpoints.</source>
        <translation>Das Archiv enthält mehrere Checkpoints.</translation>
    </message>
    <message>
        <source>This ZIP archive is not a PyTorch checkpoint: it holds no data.pkl.</source>
        <translation>Dieses ZIP-Archiv ist kein PyTorch-Checkpoint: es enthält kein data.pkl.</translation>
    </message>
    <message>
        <source>This is a TorchScript archive (torch.jit.save), not a checkpoint.</source>
        <translation>Das ist ein TorchScript-Archiv (torch.jit.save), kein Checkpoint.</translation>
    </message>
    <message>
        <source>Save the weights instead: torch.save(model.state_dict(), &quot;model.pt&quot;).</source>
        <translation>Stattdessen die Gewichte speichern: torch.save(model.state_dict(), &quot;model.pt&quot;).</translation>
    </message>
    <message>
        <source>The byte order is neither little nor big.</source>
        <translation>Die Bytereihenfolge ist weder little noch big.</translation>
    </message>
    <message>
        <source>The archive holds far more data than its size can explain.</source>
        <translation>Das Archiv enthält weit mehr Daten, als seine Größe erklären kann.</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s protocol is not 1001.</source>
        <translation>Das Protokoll des Checkpoints ist nicht 1001.</translation>
    </message>
    <message>
        <source>The checkpoint was written by a big-endian machine in the old format.</source>
        <translation>Der Checkpoint wurde von einem Big-Endian-Rechner im alten Format geschrieben.</translation>
    </message>
    <message>
        <source>Load and save it once with PyTorch 1.6 or later.</source>
        <translation>Einmal mit PyTorch 1.6 oder neuer laden und speichern.</translation>
    </message>
    <message>
        <source>The file lacks the tensor&apos;s data.</source>
        <translation>Der Datei fehlen die Daten des Tensors.</translation>
    </message>
    <message>
        <source>The archive is one part of several.</source>
        <translation>Das Archiv ist ein Teil von mehreren.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is not where the archive says.</source>
        <translation>Das Verzeichnis des Archivs liegt nicht dort, wo das Archiv es angibt.</translation>
    </message>
    <message>
        <source>The archive has no directory: the file is cut short.</source>
        <translation>Das Archiv hat kein Verzeichnis: die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The archive&apos;s directory is damaged.</source>
        <translation>Das Verzeichnis des Archivs ist beschädigt.</translation>
    </message>
    <message>
        <source>The entry is encrypted.</source>
        <translation>Der Eintrag ist verschlüsselt.</translation>
    </message>
    <message>
        <source>The entry lies outside the archive.</source>
        <translation>Der Eintrag liegt außerhalb des Archivs.</translation>
    </message>
    <message>
        <source>The archive holds this entry twice.</source>
        <translation>Das Archiv enthält diesen Eintrag zweimal.</translation>
    </message>
    <message>
        <source>The entry is not where the directory says.</source>
        <translation>Der Eintrag liegt nicht dort, wo das Verzeichnis es angibt.</translation>
    </message>
    <message>
        <source>The entry ends beyond the end of the file.</source>
        <translation>Der Eintrag endet hinter dem Ende der Datei.</translation>
    </message>
    <message>
        <source>The entry has another name than the directory says.</source>
        <translation>Der Eintrag hat einen anderen Namen als im Verzeichnis angegeben.</translation>
    </message>
    <message>
        <source>The entry&apos;s two sizes differ.</source>
        <translation>Die beiden Größen des Eintrags weichen voneinander ab.</translation>
    </message>
    <message>
        <source>The entry claims more content than its bytes can hold.</source>
        <translation>Der Eintrag gibt mehr Inhalt an, als seine Bytes enthalten können.</translation>
    </message>
    <message>
        <source>Entries of the archive overlap.</source>
        <translation>Einträge des Archivs überschneiden sich.</translation>
    </message>
    <message>
        <source>The archive lacks this entry.</source>
        <translation>Dem Archiv fehlt dieser Eintrag.</translation>
    </message>
    <message>
        <source>The entry is damaged: its CRC-32 does not match.</source>
        <translation>Der Eintrag ist beschädigt: seine CRC-32 stimmt nicht.</translation>
    </message>
    <message>
        <source>The entry cannot be decompressed.</source>
        <translation>Der Eintrag lässt sich nicht entpacken.</translation>
    </message>
    <message>
        <source>This build cannot read deflated entries.</source>
        <translation>Diese Programmfassung kann keine mit Deflate komprimierten Einträge lesen.</translation>
    </message>
    <message>
        <source>Save the file again with torch.save, which does not compress.</source>
        <translation>Die Datei erneut mit torch.save speichern, das nicht komprimiert.</translation>
    </message>
    <message>
        <source>The file is in UTF-16 and damaged.</source>
        <translation>Die Datei ist in UTF-16 und beschädigt.</translation>
    </message>
    <message>
        <source>The header line names no column.</source>
        <translation>Die Kopfzeile nennt keine Spalte.</translation>
    </message>
    <message>
        <source>Write a header line above the rows.</source>
        <translation>Eine Kopfzeile über die Zeilen schreiben.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>created</source>
        <translation>erstellt</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>heads are</source>
        <translation>Köpfe werden</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>aneinandergehängt</translation>
    </message>
    <message>
        <source>averaged</source>
        <translation>gemittelt</translation>
    </message>
    <message>
        <source>source and target share weights</source>
        <translation>Quelle und Ziel teilen Gewichte</translation>
    </message>
    <message>
        <source>a gene&apos;s own features are added</source>
        <translation>eigene Merkmale eines Gens werden addiert</translation>
    </message>
    <message>
        <source>gated (beta)</source>
        <translation>mit Gate (beta)</translation>
    </message>
    <message>
        <source>MLP layers</source>
        <translation>MLP-Schichten</translation>
    </message>
    <message>
        <source>MLP width, relative to its input</source>
        <translation>MLP-Breite, relativ zur Eingabe</translation>
    </message>
    <message>
        <source>normalised by degree</source>
        <translation>nach Grad normiert</translation>
    </message>
    <message>
        <source>self loops are added</source>
        <translation>Selbstschleifen werden ergänzt</translation>
    </message>
    <message>
        <source>skip connections</source>
        <translation>Skip-Verbindungen</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>dropout in the convolution (training)</source>
        <translation>Dropout in der Faltung (Training)</translation>
    </message>
    <message>
        <source>Gene encoder</source>
        <translation>Gen-Encoder</translation>
    </message>
    <message>
        <source>flavour</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>input channels</source>
        <translation>Eingabekanäle</translation>
    </message>
    <message>
        <source>learned channels</source>
        <translation>gelernte Kanäle</translation>
    </message>
    <message>
        <source>hidden channels</source>
        <translation>verborgene Kanäle</translation>
    </message>
    <message>
        <source>networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Normierung</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Metabolism</source>
        <translation>Stoffwechsel</translation>
    </message>
    <message>
        <source>reactions reach the genes</source>
        <translation>Reaktionen erreichen die Gene</translation>
    </message>
    <message>
        <source>hypergraph layers</source>
        <translation>Hypergraph-Schichten</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>set network layers</source>
        <translation>Schichten des Mengennetzes</translation>
    </message>
    <message>
        <source>Readout</source>
        <translation>Ausgabeteil</translation>
    </message>
    <message>
        <source>combiner layers</source>
        <translation>Schichten des Kombinierers</translation>
    </message>
    <message>
        <source>combiner width, relative to hidden</source>
        <translation>Breite des Kombinierers, relativ zu verborgen</translation>
    </message>
    <message>
        <source>whole and intact set: layers per gene</source>
        <translation>ganze und intakte Menge: Schichten je Gen</translation>
    </message>
    <message>
        <source>whole and intact set: layers per set</source>
        <translation>ganze und intakte Menge: Schichten je Menge</translation>
    </message>
    <message>
        <source>deleted genes: attention layers</source>
        <translation>deletierte Gene: Attention-Schichten</translation>
    </message>
    <message>
        <source>deleted genes: attention heads</source>
        <translation>deletierte Gene: Attention-Köpfe</translation>
    </message>
    <message>
        <source>head layers</source>
        <translation>Schichten der Ausgabeköpfe</translation>
    </message>
    <message>
        <source>head width, relative to hidden</source>
        <translation>Breite der Ausgabeköpfe, relativ zu verborgen</translation>
    </message>
    <message>
        <source>dropout (training)</source>
        <translation>Dropout (Training)</translation>
    </message>
    <message>
        <source>fitness labels</source>
        <translation>Trainingswerte der Fitness</translation>
    </message>
    <message>
        <source>interaction labels</source>
        <translation>Trainingswerte der Interaktion</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>random seed</source>
        <translation>Zufallsstartwert</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Tensors that are never read</source>
        <translation>Tensoren, die nie gelesen werden</translation>
    </message>
    <message>
        <source>unused</source>
        <translation>unbenutzt</translation>
    </message>
    <message>
        <source>The safetensors header is larger or nested deeper than any model&apos;s.</source>
        <translation>Der safetensors-Kopf ist größer oder tiefer geschachtelt als bei jedem Modell.</translation>
    </message>
    <message>
        <source>the part of growth must lie between 0 and 1</source>
        <translation>der Anteil am Wachstum muss zwischen 0 und 1 liegen</translation>
    </message>
    <message>
        <source>Flux variability</source>
        <translation>Flussvariabilität</translation>
    </message>
    <message>
        <source>no such reaction in this cell</source>
        <translation>diese Reaktion gibt es in dieser Zelle nicht</translation>
    </message>
    <message>
        <source>the cell has no reaction of this id</source>
        <translation>die Zelle hat keine Reaktion mit dieser Id</translation>
    </message>
    <message>
        <source>Use ids of the cell&apos;s reactions.tsv.</source>
        <translation>Ids aus reactions.tsv der Zelle verwenden.</translation>
    </message>
    <message>
        <source>this reaction exchanges nothing with the medium</source>
        <translation>diese Reaktion tauscht nichts mit dem Medium aus</translation>
    </message>
    <message>
        <source>Name reactions of a single metabolite.</source>
        <translation>Reaktionen mit einem einzigen Metaboliten angeben.</translation>
    </message>
    <message>
        <source>the uptake is negative</source>
        <translation>die Aufnahme ist negativ</translation>
    </message>
    <message>
        <source>Give the largest uptake as a positive number.</source>
        <translation>Die größte Aufnahme als positive Zahl angeben.</translation>
    </message>
    <message>
        <source>this reaction was named before</source>
        <translation>diese Reaktion wurde schon angegeben</translation>
    </message>
    <message>
        <source>Name each reaction once.</source>
        <translation>Jede Reaktion einmal angeben.</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Use an order between 1 and the number of genes.</source>
        <translation>Eine Ordnung zwischen 1 und der Zahl der Gene verwenden.</translation>
    </message>
    <message>
        <source>There are too many combinations.</source>
        <translation>Es gibt zu viele Kombinationen.</translation>
    </message>
    <message>
        <source>Use fewer genes or a lower order.</source>
        <translation>Weniger Gene oder eine niedrigere Ordnung verwenden.</translation>
    </message>
    <message>
        <source>Number the parts from 1, as in 1/4.</source>
        <translation>Die Teile ab 1 nummerieren, wie in 1/4.</translation>
    </message>
    <message>
        <source>Make it again with “screen … --matrix”.</source>
        <translation>Mit „screen … --matrix“ neu erzeugen.</translation>
    </message>
    <message>
        <source>This is not a NumPy file of version 1.0.</source>
        <translation>Das ist keine NumPy-Datei der Version 1.0.</translation>
    </message>
    <message>
        <source>This is not an array of float32 in C order.</source>
        <translation>Das ist kein float32-Array in C-Reihenfolge.</translation>
    </message>
    <message>
        <source>The shape cannot be read.</source>
        <translation>Die Form ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The matrix to go on with is not there.</source>
        <translation>Die fortzusetzende Matrix fehlt.</translation>
    </message>
    <message>
        <source>The matrix to go on with has another size.</source>
        <translation>Die fortzusetzende Matrix hat eine andere Größe.</translation>
    </message>
    <message>
        <source>The matrix to go on with has another shape.</source>
        <translation>Die fortzusetzende Matrix hat eine andere Form.</translation>
    </message>
    <message>
        <source>The file is cut off.</source>
        <translation>Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <source>A spread needs several models.</source>
        <translation>Eine Streuung braucht mehrere Modelle.</translation>
    </message>
    <message>
        <source>Name more models, or leave fitness_sd and interaction_sd out.</source>
        <translation>Mehr Modelle angeben oder fitness_sd und interaction_sd auslassen.</translation>
    </message>
    <message>
        <source>The unfinished screen stored here is not the one that was asked for.</source>
        <translation>Der hier gespeicherte unfertige Screen ist nicht der verlangte.</translation>
    </message>
    <message>
        <source>Ask for the same models, cell, genotypes, filter, columns and part, or delete the file and start again.</source>
        <translation>Modelle, Zelle, Genotypen, Filter, Spalten und Teil unverändert angeben oder die Datei löschen und neu beginnen.</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Screening</translation>
    </message>
    <message>
        <source>an operator or the end was expected</source>
        <translation>ein Operator oder das Ende wurde erwartet</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>the expression is nested too deeply</source>
        <translation>der Ausdruck ist zu tief geschachtelt</translation>
    </message>
    <message>
        <source>comparisons cannot be chained; join them with &amp;&amp;</source>
        <translation>Vergleiche lassen sich nicht verketten; mit &amp;&amp; verbinden</translation>
    </message>
    <message>
        <source>a column, a number or “(” was expected</source>
        <translation>eine Spalte, eine Zahl oder „(“ wurde erwartet</translation>
    </message>
    <message>
        <source>“)” was expected</source>
        <translation>„)“ wurde erwartet</translation>
    </message>
    <message>
        <source>this is not a number</source>
        <translation>das ist keine Zahl</translation>
    </message>
    <message>
        <source>Delete it and run the screen again.</source>
        <translation>Löschen und den Screen erneut ausführen.</translation>
    </message>
    <message>
        <source>The device has too little free memory.</source>
        <translation>Das Gerät hat zu wenig freien Speicher.</translation>
    </message>
    <message>
        <source>Close what else uses it, or use --device cpu.</source>
        <translation>Andere Programme auf dem Gerät schließen oder --device cpu verwenden.</translation>
    </message>
    <message>
        <source>pairs of a yeast genome by one thread</source>
        <translation>Paare eines Hefegenoms mit einem Thread</translation>
    </message>
    <message>
        <source>pairs of a yeast genome, 6,604 genes, h = 64</source>
        <translation>Paare eines Hefegenoms, 6.604 Gene, h = 64</translation>
    </message>
    <message>
        <source>multiplications and additions of products and attention</source>
        <translation>Multiplikationen und Additionen von Produkten und Attention</translation>
    </message>
    <message>
        <source>these, per second</source>
        <translation>diese, je Sekunde</translation>
    </message>
    <message>
        <source>of the rate of a 1024×1024 product measured beside it</source>
        <translation>der Rate eines daneben gemessenen Produkts 1024×1024</translation>
    </message>
    <message>
        <source>all 21,803,106 pairs, measured</source>
        <translation>alle 21.803.106 Paare, gemessen</translation>
    </message>
    <message>
        <source>all 21,803,106 pairs, from the rate (--all-pairs runs them)</source>
        <translation>alle 21.803.106 Paare, aus der Rate (--all-pairs führt sie aus)</translation>
    </message>
    <message>
        <source>processor time of all pairs, whatever else the machine does</source>
        <translation>Prozessorzeit aller Paare, was der Rechner auch sonst tut</translation>
    </message>
    <message>
        <source>triples of 632 genes</source>
        <translation>Tripel aus 632 Genen</translation>
    </message>
    <message>
        <source>all 41,873,160 triples of 632 genes, measured</source>
        <translation>alle 41.873.160 Tripel aus 632 Genen, gemessen</translation>
    </message>
    <message>
        <source>all 41,873,160 triples of 632 genes, from the rate</source>
        <translation>alle 41.873.160 Tripel aus 632 Genen, aus der Rate</translation>
    </message>
    <message>
        <source>screened pairs over naive pooling, cell encoded once</source>
        <translation>Paare im Screen gegenüber naivem Zusammenfassen, Zelle einmal codiert</translation>
    </message>
    <message>
        <source>a live prediction while a screen runs, waiting included, 99th percentile</source>
        <translation>eine Live-Vorhersage während eines laufenden Screens, mit Wartezeit, 99. Perzentil</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>, options off</source>
        <translation>, Optionen aus</translation>
    </message>
    <message>
        <source>screened pairs over full forward passes</source>
        <translation>Paare im Screen gegenüber vollen Vorwärtsläufen</translation>
    </message>
    <message>
        <source>Save the model again under one name.</source>
        <translation>Das Modell neu unter einem einzigen Namen speichern.</translation>
    </message>
    <message>
        <source>The file holds no tensors of a model.</source>
        <translation>Die Datei enthält keine Tensoren eines Modells.</translation>
    </message>
    <message>
        <source>Choose the checkpoint of a CellLatentPerturbation model.</source>
        <translation>Den Checkpoint eines CellLatentPerturbation-Modells wählen.</translation>
    </message>
    <message>
        <source>the activation of the gene encoder</source>
        <translation>die Aktivierung des Gen-Encoders</translation>
    </message>
    <message>
        <source>Save the whole state_dict.</source>
        <translation>Das ganze state_dict speichern.</translation>
    </message>
    <message>
        <source>whether a layer&apos;s input is added to its output</source>
        <translation>ob die Eingabe einer Schicht zu ihrer Ausgabe addiert wird</translation>
    </message>
    <message>
        <source>whether GCN normalises by degree</source>
        <translation>ob GCN nach Grad normiert</translation>
    </message>
    <message>
        <source>whether each gene also sends to itself</source>
        <translation>ob jedes Gen auch an sich selbst sendet</translation>
    </message>
    <message>
        <source>The convolution is none of GCN, GAT, Transformer and GIN.</source>
        <translation>Die Faltung ist keine von GCN, GAT, Transformer und GIN.</translation>
    </message>
    <message>
        <source>Open a model with one of these convolutions.</source>
        <translation>Ein Modell mit einer dieser Faltungen öffnen.</translation>
    </message>
    <message>
        <source>how many heads share the hidden channels of a layer</source>
        <translation>wie viele Köpfe sich die verborgenen Kanäle einer Schicht teilen</translation>
    </message>
    <message>
        <source>the norm after each layer of the gene encoder (its tensors rule out batch and layer)</source>
        <translation>die Normierung nach jeder Schicht des Gen-Encoders (seine Tensoren schließen batch und layer aus)</translation>
    </message>
    <message>
        <source>how many heads the attention among deleted genes has</source>
        <translation>wie viele Köpfe die Attention zwischen deletierten Genen hat</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Correct the value, or leave it out: the tensors tell it.</source>
        <translation>Den Wert korrigieren oder auslassen: die Tensoren geben ihn an.</translation>
    </message>
    <message>
        <source>whether reactions reach the genes (“reactions” needs metabolite features, which the file lacks)</source>
        <translation>ob Reaktionen die Gene erreichen („reactions“ braucht Metabolitmerkmale, die der Datei fehlen)</translation>
    </message>
    <message>
        <source>Set metabolism_mapping to “none” (what torchcell computes in batches), or give the features: model convert --tensors F.safetensors.</source>
        <translation>metabolism_mapping auf „none“ setzen (was torchcell in Batches berechnet) oder die Merkmale angeben: model convert --tensors F.safetensors.</translation>
    </message>
    <message>
        <source>Save the whole state_dict, or correct the hyper-parameters.</source>
        <translation>Das ganze state_dict speichern oder die Hyperparameter korrigieren.</translation>
    </message>
    <message>
        <source>Correct the hyper-parameters, or save the model again.</source>
        <translation>Die Hyperparameter korrigieren oder das Modell neu speichern.</translation>
    </message>
    <message>
        <source>Not stated; “none” was taken, which is what torchcell computes in batches: no reaction reaches a gene.</source>
        <translation>Nicht angegeben; „none“ wurde angenommen, was torchcell in Batches berechnet: keine Reaktion erreicht ein Gen.</translation>
    </message>
    <message>
        <source>Train anew without resuming, or repeat the command that was interrupted as it was.</source>
        <translation>Neu trainieren, ohne fortzusetzen, oder den abgebrochenen Befehl unverändert wiederholen.</translation>
    </message>
    <message>
        <source>this is not the checkpoint of a training</source>
        <translation>das ist kein Zwischenstand eines Trainings</translation>
    </message>
    <message>
        <source>this checkpoint belongs to a training with other labels, genes, options or seed</source>
        <translation>dieser Zwischenstand gehört zu einem Training mit anderen Trainingswerten, Genen, Optionen oder anderem Startwert</translation>
    </message>
    <message>
        <source>no file of labels was given</source>
        <translation>keine Datei mit Trainingswerten wurde angegeben</translation>
    </message>
    <message>
        <source>Choose at least one file.</source>
        <translation>Mindestens eine Datei wählen.</translation>
    </message>
    <message>
        <source>Give at least two folds.</source>
        <translation>Mindestens zwei Folds angeben.</translation>
    </message>
    <message>
        <source>There are more than %1 genes.</source>
        <translation>Es gibt mehr als %1 Gene.</translation>
    </message>
    <message>
        <source>Read as %1: %2.</source>
        <translation>Gelesen als %1: %2.</translation>
    </message>
    <message>
        <source>The file holds more than %1 values or is nested more than %2 deep.</source>
        <translation>Die Datei enthält mehr als %1 Werte oder ist mehr als %2 tief geschachtelt.</translation>
    </message>
    <message>
        <source>Choose %1.</source>
        <translation>Zu wählen ist: %1.</translation>
    </message>
    <message>
        <source>%1 feature columns are too many.</source>
        <translation>%1 Merkmalsspalten sind zu viele.</translation>
    </message>
    <message>
        <source>The table has %1 columns.</source>
        <translation>Die Tabelle hat %1 Spalten.</translation>
    </message>
    <message>
        <source>The first line begins with a gene (%1): there is no header.</source>
        <translation>Die erste Zeile beginnt mit einem Gen (%1): es gibt keine Kopfzeile.</translation>
    </message>
    <message>
        <source>%1 = column %2</source>
        <translation>%1 = Spalte %2</translation>
    </message>
    <message>
        <source>%1 = column %2 (%3)</source>
        <translation>%1 = Spalte %2 (%3)</translation>
    </message>
    <message>
        <source>Taken were: %1.</source>
        <translation>Verwendet wurden: %1.</translation>
    </message>
    <message>
        <source>Give a number from 1 to %1.</source>
        <translation>Eine Zahl von 1 bis %1 angeben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 interactions of a gene with itself were kept.</source>
        <translation>
            <numerusform>%1 Interaktion eines Gens mit sich selbst wurde behalten.</numerusform>
            <numerusform>%1 Interaktionen eines Gens mit sich selbst wurden behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>another organism than %1</source>
        <translation>anderer Organismus als %1</translation>
    </message>
    <message>
        <source>There are more than %1 million interactions.</source>
        <translation>Es gibt mehr als %1 Millionen Interaktionen.</translation>
    </message>
    <message>
        <source>There are more than %1 million different names.</source>
        <translation>Es gibt mehr als %1 Millionen verschiedene Namen.</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>%1 ansehen</translation>
    </message>
    <message>
        <source>There is another file of this kind (%1).</source>
        <translation>Es gibt eine weitere Datei dieser Art (%1).</translation>
    </message>
    <message>
        <source>It is no part of a cell (%1).</source>
        <translation>Sie ist kein Teil einer Zelle (%1).</translation>
    </message>
    <message>
        <source>SBML Level %1</source>
        <translation>SBML Level %1</translation>
    </message>
    <message>
        <source>The file has more than %1 elements.</source>
        <translation>Die Datei hat mehr als %1 Elemente.</translation>
    </message>
    <message>
        <source>A tensor has more than %1 dimensions.</source>
        <translation>Ein Tensor hat mehr als %1 Dimensionen.</translation>
    </message>
    <message>
        <source>The pickle ends with %1 values instead of one.</source>
        <translation>Der Pickle endet mit %1 Werten statt mit einem.</translation>
    </message>
    <message>
        <source>Byte %1 is not a pickle instruction that can be read.</source>
        <translation>Byte %1 ist keine lesbare Pickle-Anweisung.</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>The data of the tensor holds %1 bytes, but %2 elements of %3 bytes were stated.</source>
        <translation>Die Daten des Tensors umfassen %1 Byte, angegeben waren aber %2 Elemente zu je %3 Byte.</translation>
    </message>
    <message>
        <source>The archive lacks the tensor&apos;s data (%1).</source>
        <translation>Im Archiv fehlen die Daten des Tensors (%1).</translation>
    </message>
    <message>
        <source>The size of the storage %1 is not known.</source>
        <translation>Die Größe des Speicherblocks %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The storage %1 appears twice.</source>
        <translation>Der Speicherblock %1 kommt zweimal vor.</translation>
    </message>
    <message>
        <source>The entry holds %1 bytes; at most %2 were expected.</source>
        <translation>Der Eintrag enthält %1 Byte; höchstens %2 wurden erwartet.</translation>
    </message>
    <message>
        <source>The entry is compressed by method %1, which cannot be read.</source>
        <translation>Der Eintrag ist mit Verfahren %1 komprimiert, das nicht lesbar ist.</translation>
    </message>
    <message>
        <source>The entry is damaged: it does not decompress to %1 bytes.</source>
        <translation>Der Eintrag ist beschädigt: er ergibt entpackt nicht %1 Byte.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>genotypes of %1 deletions</source>
        <translation>
            <numerusform>Genotypen mit %1 Deletion</numerusform>
            <numerusform>Genotypen mit %1 Deletionen</numerusform>
        </translation>
    </message>
    <message>
        <source>genotypes from %1</source>
        <translation>Genotypen aus %1</translation>
    </message>
    <message>
        <source>Combinations of %1 genes cannot be made from %2 genes.</source>
        <translation>Kombinationen von %1 Genen lassen sich nicht aus %2 Genen bilden.</translation>
    </message>
    <message>
        <source>%1 of %2 is no part of a screen.</source>
        <translation>%1 von %2 ist kein Teil eines Screens.</translation>
    </message>
    <message>
        <source>The matrix takes %1 MB; free some space or leave it out.</source>
        <translation>Die Matrix braucht %1 MB; Platz schaffen oder sie auslassen.</translation>
    </message>
    <message>
        <source>At character %1 (%2): %3.</source>
        <translation>Bei Zeichen %1 (%2): %3.</translation>
    </message>
    <message>
        <source>This is no stored screen (%1).</source>
        <translation>Das ist kein gespeicherter Screen (%1).</translation>
    </message>
    <message>
        <source>combinations of %1 from 300 genes, h = 64</source>
        <translation>Kombinationen zu je %1 aus 300 Genen, h = 64</translation>
    </message>
    <message>
        <source>pairs of 1,000 genes at h = %1</source>
        <translation>Paare aus 1.000 Genen bei h = %1</translation>
    </message>
    <message>
        <source>pairs of %1 genes, h = 64</source>
        <translation>Paare aus %1 Genen, h = 64</translation>
    </message>
    <message>
        <source>threads of screens, computing with %1</source>
        <translation>Threads von Screens, Berechnung mit %1</translation>
    </message>
    <message>
        <source>%1: forward pass = reference (CPU)</source>
        <translation>%1: Vorwärtslauf = Referenz (CPU)</translation>
    </message>
    <message>
        <source>%1: tables = reference (CPU)</source>
        <translation>%1: Tabellen = Referenz (CPU)</translation>
    </message>
    <message>
        <source>%1: screen = reference (CPU)</source>
        <translation>%1: Screen = Referenz (CPU)</translation>
    </message>
    <message>
        <source>%1: forward pass on %2 = CPU</source>
        <translation>%1: Vorwärtslauf auf %2 = CPU</translation>
    </message>
    <message>
        <source>%1: tables on %2 = CPU</source>
        <translation>%1: Tabellen auf %2 = CPU</translation>
    </message>
    <message>
        <source>This is not a CellLatentPerturbation model: no tensor is called “%1”; there are %2 tensors (%3).</source>
        <translation>Das ist kein CellLatentPerturbation-Modell: kein Tensor heißt „%1“; es gibt %2 Tensoren (%3).</translation>
    </message>
    <message>
        <source>Not of the model, ignored: %1.</source>
        <translation>Gehört nicht zum Modell, übergangen: %1.</translation>
    </message>
    <message>
        <source>The value %1 contradicts the tensors, which say %2.</source>
        <translation>Der Wert %1 widerspricht den Tensoren, die %2 ergeben.</translation>
    </message>
    <message>
        <source>The file does not tell %1.</source>
        <translation>Die Datei nennt %1 nicht.</translation>
    </message>
    <message>
        <source>State it in a JSON file (--config): one of %1; torchcell&apos;s default is %2.</source>
        <translation>In einer JSON-Datei (--config) angeben: eines von %1; die Vorgabe von torchcell ist %2.</translation>
    </message>
    <message>
        <source>metabolism_mapping is “reactions”, but the file lacks the features of the metabolites; %1 was expected.</source>
        <translation>metabolism_mapping ist „reactions“, aber der Datei fehlen die Merkmale der Metaboliten; erwartet wurde %1.</translation>
    </message>
    <message>
        <source>The tensor has shape %1; the hyper-parameters need %2.</source>
        <translation>Der Tensor hat die Form %1; die Hyperparameter brauchen %2.</translation>
    </message>
    <message>
        <source>Not stated, torchcell&apos;s defaults were taken: %1.</source>
        <translation>Nicht angegeben, die Vorgaben von torchcell wurden übernommen: %1.</translation>
    </message>
    <message>
        <source>The model never reads these tensors: %1.</source>
        <translation>Das Modell liest diese Tensoren nie: %1.</translation>
    </message>
    <message>
        <source>Not part of the model, ignored: %1.</source>
        <translation>Kein Teil des Modells, übergangen: %1.</translation>
    </message>
    <message>
        <source>fold %1 of %2 cannot be held out</source>
        <translation>Teilmenge %1 von %2 lässt sich nicht zurückhalten</translation>
    </message>
    <message>
        <source>clustering the genes</source>
        <translation>Gene clustern</translation>
    </message>
    <message>
        <source>ordering the genes</source>
        <translation>Gene ordnen</translation>
    </message>
    <message>
        <source>comparing the genes</source>
        <translation>Gene vergleichen</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Sortierung</translation>
    </message>
    <message>
        <source>These are too many rows to sort or filter.</source>
        <translation>Das sind zu viele Zeilen zum Sortieren oder Filtern.</translation>
    </message>
    <message>
        <source>Keep only the best rows of the screen.</source>
        <translation>Nur die besten Zeilen des Screens behalten.</translation>
    </message>
    <message>
        <source>Sorting rows</source>
        <translation>Zeilen sortieren</translation>
    </message>
    <message>
        <source>This array belongs to another screen.</source>
        <translation>Dieses Array gehört zu einem anderen Screen.</translation>
    </message>
    <message>
        <source>This array lacks columns of the rows.</source>
        <translation>Diesem Array fehlen Spalten der Zeilen.</translation>
    </message>
    <message>
        <source>one training step of 4,096 pairs at the seed&apos;s sizes, default settings</source>
        <translation>ein Trainingsschritt mit 4.096 Paaren in den Größen der Vorgabe, Standardeinstellungen</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>Free space, or set TMPDIR to another folder.</source>
        <translation>Platz schaffen oder TMPDIR auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <source>this checkpoint lacks a part of the training&apos;s state</source>
        <translation>diesem Zwischenstand fehlt ein Teil des Trainingszustands</translation>
    </message>
    <message>
        <source>The file cannot be mapped (%1).</source>
        <translation>Die Datei lässt sich nicht in den Speicher abbilden (%1).</translation>
    </message>
    <message>
        <source>The column “%1” cannot be read back.</source>
        <translation>Die Spalte „%1“ lässt sich nicht zurücklesen.</translation>
    </message>
    <message>
        <source>Fitting interaction factors</source>
        <translation>Interaktionsfaktoren werden angepasst</translation>
    </message>
    <message>
        <source>the number of genes</source>
        <translation>die Anzahl der Gene</translation>
    </message>
    <message>
        <source>the number of metabolites or reactions</source>
        <translation>die Anzahl der Metaboliten oder Reaktionen</translation>
    </message>
    <message>
        <source>the number of networks</source>
        <translation>die Anzahl der Netzwerke</translation>
    </message>
    <message>
        <source>the features</source>
        <translation>die Merkmale</translation>
    </message>
    <message>
        <source>The file holds a number that is too large.</source>
        <translation>Die Datei enthält eine zu große Zahl.</translation>
    </message>
    <message>
        <source>This is an error of the program, please report it with the files. Nothing was replaced.</source>
        <translation>Das ist ein Fehler des Programms; bitte mit den Dateien melden. Es wurde nichts ersetzt.</translation>
    </message>
    <message>
        <source>Write the genes that are deleted, or WT.</source>
        <translation>Die deletierten Gene nennen, oder WT.</translation>
    </message>
    <message>
        <source>Names are joined by “+” and by other marks: this may be one genotype or several.</source>
        <translation>Namen sind mit „+“ und mit anderen Zeichen verbunden: Das kann ein Genotyp sein oder mehrere.</translation>
    </message>
    <message>
        <source>Write one genotype a line, and “+” between all of its genes or none.</source>
        <translation>Einen Genotyp je Zeile schreiben, und „+“ zwischen allen seinen Genen oder nirgends.</translation>
    </message>
    <message>
        <source>Write the gene&apos;s name alone if both copies are deleted, or leave the line out.</source>
        <translation>Nur den Namen des Gens schreiben, wenn beide Kopien deletiert sind, oder die Zeile weglassen.</translation>
    </message>
    <message>
        <source>Write WT for the control, or the gene&apos;s systematic name.</source>
        <translation>WT für die Kontrolle schreiben, oder den systematischen Namen des Gens.</translation>
    </message>
    <message>
        <source>Export or download the model again.</source>
        <translation>Das Modell neu exportieren oder herunterladen.</translation>
    </message>
    <message>
        <source>There are two metabolites of this id.</source>
        <translation>Es gibt zwei Metaboliten mit dieser ID.</translation>
    </message>
    <message>
        <source>Rename or remove one of them in the model.</source>
        <translation>Einen davon im Modell umbenennen oder entfernen.</translation>
    </message>
    <message>
        <source>the id is long or holds a blank or semicolon</source>
        <translation>die ID ist lang oder enthält Leerzeichen oder Semikolon</translation>
    </message>
    <message>
        <source>with codes as the characters they stand for</source>
        <translation>mit Codes als den Zeichen, für die sie stehen</translation>
    </message>
    <message>
        <source>with “-” for “_”</source>
        <translation>mit „-“ für „_“</translation>
    </message>
    <message>
        <source>as proteins, without the “p” at the end</source>
        <translation>als Proteine, ohne das „p“ am Ende</translation>
    </message>
    <message>
        <source>without the number of the organism in front</source>
        <translation>ohne die Nummer des Organismus am Anfang</translation>
    </message>
    <message>
        <source>without the number of a version or transcript at the end</source>
        <translation>ohne die Nummer einer Version oder eines Transkripts am Ende</translation>
    </message>
    <message>
        <source>Write each of these names as an alias of the gene that is meant into the gene table.</source>
        <translation>Jeden dieser Namen in der Gentabelle als Alias des gemeinten Gens eintragen.</translation>
    </message>
    <message>
        <source>The objective coefficient is not a number.</source>
        <translation>Der Koeffizient der Zielfunktion ist keine Zahl.</translation>
    </message>
    <message>
        <source>Correct the coefficient, or remove it.</source>
        <translation>Den Koeffizienten berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>The model does not say which reaction is growth: it has no objective.</source>
        <translation>Das Modell sagt nicht, welche Reaktion das Wachstum ist: Es hat keine Zielfunktion.</translation>
    </message>
    <message>
        <source>Name it when you simulate, with --objective.</source>
        <translation>Sie beim Simulieren mit --objective nennen.</translation>
    </message>
    <message>
        <source>Write the id in the model as an alias of the gene that is meant into the gene table.</source>
        <translation>Die ID des Modells in der Gentabelle als Alias des gemeinten Gens eintragen.</translation>
    </message>
    <message>
        <source>They are deleted together. If they are genes of their own, give each a line in the gene table.</source>
        <translation>Sie werden zusammen deletiert. Sind es eigene Gene, jedem eine Zeile in der Gentabelle geben.</translation>
    </message>
    <message>
        <source>The array has no rows.</source>
        <translation>Die Matrix hat keine Zeilen.</translation>
    </message>
    <message>
        <source>The array has no columns.</source>
        <translation>Die Matrix hat keine Spalten.</translation>
    </message>
    <message>
        <source>Write “and” or “or” where it means something else.</source>
        <translation>Wo etwas anderes gemeint ist, „and“ oder „or“ schreiben.</translation>
    </message>
    <message>
        <source>Check the rules of some reactions you know.</source>
        <translation>Die Regeln einiger bekannter Reaktionen prüfen.</translation>
    </message>
    <message>
        <source>Growth depends on the bounds of the uptake reactions: add them to the model.</source>
        <translation>Das Wachstum hängt von den Schranken der Aufnahmereaktionen ab: Sie im Modell ergänzen.</translation>
    </message>
    <message>
        <source>Join them first: run “python zero_to_fp32.py . OUT” in the folder, and open the file that it writes.</source>
        <translation>Zuerst zusammenfügen: im Ordner „python zero_to_fp32.py . OUT“ ausführen und die Datei öffnen, die dabei entsteht.</translation>
    </message>
    <message>
        <source>This is a folder of shards, as DeepSpeed saves a model: each file holds a part of it.</source>
        <translation>Das ist ein Ordner mit Teilen (Shards), wie DeepSpeed ein Modell speichert: Jede Datei enthält nur einen Teil.</translation>
    </message>
    <message>
        <source>Join them first: load every shard (safetensors.torch.load_file or torch.load), put their tensors into one dictionary, and save that (save_file or torch.save).</source>
        <translation>Zuerst zusammenfügen: jeden Teil laden (safetensors.torch.load_file oder torch.load), ihre Tensoren in ein Wörterbuch legen und dieses speichern (save_file oder torch.save).</translation>
    </message>
    <message>
        <source>This is a folder of shards: the model&apos;s tensors are divided among several files.</source>
        <translation>Das ist ein Ordner mit Teilen (Shards): Die Tensoren des Modells sind auf mehrere Dateien verteilt.</translation>
    </message>
    <message>
        <source>This is one of several shards, as torch.distributed.checkpoint saves a model.</source>
        <translation>Das ist einer von mehreren Teilen (Shards), wie torch.distributed.checkpoint ein Modell speichert.</translation>
    </message>
    <message>
        <source>This is one of several shards among which a model&apos;s tensors are divided.</source>
        <translation>Das ist einer von mehreren Teilen (Shards), auf die die Tensoren eines Modells verteilt sind.</translation>
    </message>
    <message>
        <source>This is a folder of shards, as torch.distributed.checkpoint (FSDP) saves a model: each file holds a part of it.</source>
        <translation>Das ist ein Ordner mit Teilen (Shards), wie torch.distributed.checkpoint (FSDP) ein Modell speichert: Jede Datei enthält nur einen Teil.</translation>
    </message>
    <message>
        <source>This is the unpacked archive of a checkpoint, not the checkpoint.</source>
        <translation>Das ist das entpackte Archiv eines Checkpoints, nicht der Checkpoint.</translation>
    </message>
    <message>
        <source>Open the file that it was unpacked from.</source>
        <translation>Die Datei öffnen, aus der es entpackt wurde.</translation>
    </message>
    <message>
        <source>This is a folder, not a model.</source>
        <translation>Das ist ein Ordner, kein Modell.</translation>
    </message>
    <message>
        <source>Choose a file that torch.save or safetensors wrote.</source>
        <translation>Eine Datei wählen, die torch.save oder safetensors geschrieben hat.</translation>
    </message>
    <message>
        <source>This is one of several shards, as DeepSpeed saves a model: its tensors are in other files.</source>
        <translation>Das ist einer von mehreren Teilen (Shards), wie DeepSpeed ein Modell speichert: Seine Tensoren stehen in anderen Dateien.</translation>
    </message>
    <message>
        <source>The header has one name fewer than the rows have cells: the first column was taken as names of the rows, as R writes them.</source>
        <translation>Die Kopfzeile hat einen Namen weniger als die Zeilen Zellen: Die erste Spalte wurde als Zeilennamen gelesen, wie R sie schreibt.</translation>
    </message>
    <message>
        <source>The model was trained on fitness alone; it knows no interactions.</source>
        <translation>Das Modell wurde nur mit Fitness trainiert; es kennt keine Interaktionen.</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number is too large</source>
        <translation>eine Zahl ist zu groß</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>measured or simulated</source>
        <translation>gemessen oder simuliert</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>genotypes that name no source</source>
        <translation>Genotypen, die keine Quelle nennen</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>What its scores find (validation rows)</source>
        <translation>Was seine Werte finden (Validierungszeilen)</translation>
    </message>
    <message>
        <source>wild type</source>
        <translation>Wildtyp</translation>
    </message>
    <message>
        <source>single deletions</source>
        <translation>einzelne Deletionen</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>triples</source>
        <translation>Tripel</translation>
    </message>
    <message>
        <source>not validated</source>
        <translation>nicht validiert</translation>
    </message>
    <message>
        <source>The line is not text.</source>
        <translation>Die Zeile ist kein Text.</translation>
    </message>
    <message>
        <source>If letters such as é or Δ look wrong, save the file as UTF-8.</source>
        <translation>Wenn Zeichen wie é oder Δ falsch aussehen, die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>There is a zero byte: the file is damaged or not a text file.</source>
        <translation>Sie enthält ein Null-Byte: Die Datei ist beschädigt oder keine Textdatei.</translation>
    </message>
    <message>
        <source>Name the growth reaction with --objective, or give it an objective of 1 in the column objective.</source>
        <translation>Die Wachstumsreaktion mit --objective nennen, oder ihr in der Spalte objective eine 1 geben.</translation>
    </message>
    <message>
        <source>Open the uptake of the nutrients that these reactions need, or correct the bounds.</source>
        <translation>Die Aufnahme der Nährstoffe öffnen, die diese Reaktionen brauchen, oder die Schranken berichtigen.</translation>
    </message>
    <message>
        <source>growth of the wild type could not be computed: the numbers of the model are too far apart for the solver, and what it says does not hold</source>
        <translation>Das Wachstum des Wildtyps konnte nicht berechnet werden: Die Zahlen des Modells liegen für den Löser zu weit auseinander, und was er sagt, hält der Probe nicht stand</translation>
    </message>
    <message>
        <source>Check for stoichiometric coefficients and bounds that are many powers of ten larger or smaller than the others.</source>
        <translation>Nach stöchiometrischen Koeffizienten und Schranken suchen, die um viele Zehnerpotenzen größer oder kleiner sind als die übrigen.</translation>
    </message>
    <message>
        <source>no reliable answer: numerical trouble of the solver</source>
        <translation>keine verlässliche Antwort: der Löser hat numerische Schwierigkeiten</translation>
    </message>
    <message>
        <source>That is no more than chance.</source>
        <translation>Das ist nicht mehr als Zufall.</translation>
    </message>
    <message>
        <source>Ranked by the model&apos;s interaction score; not validated.</source>
        <translation>Geordnet nach dem Interaktionswert des Modells; nicht validiert.</translation>
    </message>
    <message>
        <source>The model file does not say what the model was trained on.</source>
        <translation>Die Modelldatei sagt nicht, womit das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>The model file does not say what its scores find among rows that it never saw; train it again to know.</source>
        <translation>Die Modelldatei sagt nicht, was ihre Werte unter nie gesehenen Zeilen finden; neu trainieren, um es zu wissen.</translation>
    </message>
    <message>
        <source>Ranked by epistasis (fitness less expected fitness); not validated.</source>
        <translation>Geordnet nach Epistasis (Fitness minus erwartete Fitness); nicht validiert.</translation>
    </message>
    <message>
        <source>Ranked by the model&apos;s interaction score, which finds most.</source>
        <translation>Geordnet nach dem Interaktionswert des Modells, der am meisten findet.</translation>
    </message>
    <message>
        <source>Single deletions are ranked by fitness.</source>
        <translation>Einzelne Deletionen sind nach Fitness geordnet.</translation>
    </message>
    <message>
        <source>“,” or “)” was expected</source>
        <translation>„,“ oder „)“ wurde erwartet</translation>
    </message>
    <message>
        <source>there is no such column or function</source>
        <translation>eine solche Spalte oder Funktion gibt es nicht</translation>
    </message>
    <message>
        <source>a list of counts and hits</source>
        <translation>eine Liste von Anzahlen und Treffern</translation>
    </message>
    <message>
        <source>FSDP (fully sharded data parallel) has joined the tensors of several layers into this one; the file does not tell where each begins.</source>
        <translation>FSDP (fully sharded data parallel) hat die Tensoren mehrerer Schichten zu diesem verbunden; die Datei sagt nicht, wo jeder beginnt.</translation>
    </message>
    <message>
        <source>Save the model again with FSDP&apos;s full state dictionary (StateDictType.FULL_STATE_DICT; in Lightning, FSDPStrategy(state_dict_type=&quot;full&quot;)).</source>
        <translation>Das Modell neu speichern, mit dem vollständigen State-Dict von FSDP (StateDictType.FULL_STATE_DICT; in Lightning FSDPStrategy(state_dict_type=&quot;full&quot;)).</translation>
    </message>
    <message>
        <source>Of this tensor the file holds only the part that one process of a parallel training had.</source>
        <translation>Von diesem Tensor enthält die Datei nur den Teil, den ein Prozess eines parallelen Trainings hatte.</translation>
    </message>
    <message>
        <source>Save the model again with the full state dictionary (in PyTorch, get_model_state_dict with StateDictOptions(full_state_dict=True)).</source>
        <translation>Das Modell neu speichern, mit dem vollständigen State-Dict (in PyTorch get_model_state_dict mit StateDictOptions(full_state_dict=True)).</translation>
    </message>
    <message>
        <source>This tensor belongs to another kind of layer, or to an option that is not known.</source>
        <translation>Dieser Tensor gehört zu einer anderen Art von Schicht oder zu einer unbekannten Option.</translation>
    </message>
    <message>
        <source>Open a model whose convolutions are GCNConv, GATv2Conv, TransformerConv or GINConv without edge features and residual connections, and whose norm is batch, layer, instance, pair or mean_subtraction.</source>
        <translation>Ein Modell öffnen, dessen Faltungen GCNConv, GATv2Conv, TransformerConv oder GINConv sind, ohne Kantenmerkmale und Restverbindungen, und dessen Norm batch, layer, instance, pair oder mean_subtraction ist.</translation>
    </message>
    <message>
        <source>whether what a gene itself is is added to its neighbours</source>
        <translation>ob das, was ein Gen selbst ist, zu seinen Nachbarn addiert wird</translation>
    </message>
    <message>
        <source>This tensor belongs to a layer of reactions that is not known (a gate on the stoichiometry, for example).</source>
        <translation>Dieser Tensor gehört zu einer unbekannten Reaktionsschicht (zum Beispiel einem Gatter auf der Stöchiometrie).</translation>
    </message>
    <message>
        <source>Set metabolism_mapping to “none” if no reaction reaches a gene in this model.</source>
        <translation>metabolism_mapping auf „none“ setzen, wenn in diesem Modell keine Reaktion ein Gen erreicht.</translation>
    </message>
    <message>
        <source>the query or the array is a control without a deletion</source>
        <translation>Query oder Array ist eine Kontrolle ohne Deletion</translation>
    </message>
    <message>
        <source>the strains do not have as many deletions as the type of the mutant says</source>
        <translation>die Stämme haben nicht so viele Deletionen, wie der Typ der Mutante sagt</translation>
    </message>
    <message>
        <source>gene %1</source>
        <translation>Gen %1</translation>
    </message>
    <message>
        <source>network %1</source>
        <translation>Netzwerk %1</translation>
    </message>
    <message>
        <source>%1 is not what was written</source>
        <translation>%1 ist nicht, was geschrieben wurde</translation>
    </message>
    <message>
        <source>The cell could be written but not read again: %1.</source>
        <translation>Die Zelle konnte geschrieben, aber nicht wieder gelesen werden: %1.</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 names are those of genes that another file names: %2.</source>
        <translation>
            <numerusform>%1 Name ist der eines Gens, das eine andere Datei nennt: %2.</numerusform>
            <numerusform>%1 Namen sind die von Genen, die eine andere Datei nennt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Column essential: “%1” is neither yes nor no.</source>
        <translation>Spalte essential: „%1“ ist weder ja noch nein.</translation>
    </message>
    <message>
        <source>The id “%1” holds a blank or semicolon.</source>
        <translation>Die ID „%1“ enthält ein Leerzeichen oder Semikolon.</translation>
    </message>
    <message>
        <source>There is no name of a gene in “%1”.</source>
        <translation>In „%1“ steht kein Genname.</translation>
    </message>
    <message>
        <source>“%1” has one whole copy of the gene; only full deletions are known here.</source>
        <translation>„%1“ hat noch eine ganze Kopie des Gens; hier gibt es nur vollständige Deletionen.</translation>
    </message>
    <message>
        <source>“%1” may be the control, without a deletion, or the gene %2.</source>
        <translation>„%1“ kann die Kontrolle ohne Deletion sein oder das Gen %2.</translation>
    </message>
    <message>
        <source>without “%1” in front, which all have</source>
        <translation>ohne „%1“ am Anfang, das alle haben</translation>
    </message>
    <message>
        <source>without “%1” at the end, which all have</source>
        <translation>ohne „%1“ am Ende, das alle haben</translation>
    </message>
    <message numerus="yes">
        <source>%1 gene names were read %2: %3 is %4.</source>
        <translation>
            <numerusform>%1 Genname wurde %2 gelesen: %3 ist %4.</numerusform>
            <numerusform>%1 Gennamen wurden %2 gelesen: %3 ist %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names may mean several genes, so they mean none here: %2.</source>
        <translation>
            <numerusform>%1 Name kann mehrere Gene meinen, also meint er hier keines: %2.</numerusform>
            <numerusform>%1 Namen können mehrere Gene meinen, also meinen sie hier keines: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name it when you simulate, with --objective. Perhaps it is %1.</source>
        <translation>Sie beim Simulieren mit --objective nennen. Vielleicht ist es %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes have a blank or semicolon in their id, which got “_” for it: %2.</source>
        <translation>
            <numerusform>%1 Gen hat ein Leerzeichen oder Semikolon in seiner ID, die dafür „_“ bekam: %2.</numerusform>
            <numerusform>%1 Gene haben ein Leerzeichen oder Semikolon in ihrer ID, die dafür „_“ bekam: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genes were found by a label or identifier of theirs, not by their id: %2.</source>
        <translation>
            <numerusform>%1 Gen wurde über eine Bezeichnung oder Kennung gefunden, nicht über seine ID: %2.</numerusform>
            <numerusform>%1 Gene wurden über eine Bezeichnung oder Kennung gefunden, nicht über ihre ID: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The labels and identifiers of %1 genes mean several genes, so they mean none: %2.</source>
        <translation>
            <numerusform>Die Bezeichnungen und Kennungen von %1 Gen meinen mehrere Gene, also meinen sie keines: %2.</numerusform>
            <numerusform>Die Bezeichnungen und Kennungen von %1 Genen meinen mehrere Gene, also meinen sie keines: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 are %2</source>
        <translation>%1 sind %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 gene rules have more alternatives than can be written out. Simulation follows them as they are; in the hypergraph each is one hyperedge with all of its genes.</source>
        <translation>
            <numerusform>%1 Genregel hat mehr Alternativen, als sich ausschreiben lassen. Die Simulation folgt ihr, wie sie ist; im Hypergraphen ist sie eine Hyperkante mit allen ihren Genen.</numerusform>
            <numerusform>%1 Genregeln haben mehr Alternativen, als sich ausschreiben lassen. Die Simulation folgt ihnen, wie sie sind; im Hypergraphen ist jede eine Hyperkante mit allen ihren Genen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 metabolites take part in exchange reactions only and were read as the outside, which is in no balance: %2.</source>
        <translation>
            <numerusform>%1 Metabolit kommt nur in Austauschreaktionen vor und wurde als Außenraum gelesen, der in keiner Bilanz steht: %2.</numerusform>
            <numerusform>%1 Metaboliten kommen nur in Austauschreaktionen vor und wurden als Außenraum gelesen, der in keiner Bilanz steht: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 modifiers are metabolites or inhibitors and were not read as enzymes (first %2).</source>
        <translation>
            <numerusform>%1 Modifikator ist ein Metabolit oder Hemmstoff und wurde nicht als Enzym gelesen (zuerst %2).</numerusform>
            <numerusform>%1 Modifikatoren sind Metaboliten oder Hemmstoffe und wurden nicht als Enzyme gelesen (zuerst %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions have no bounds in the file (first %2): 0 to 1000 was taken, and −1000 to 1000 for reversible ones.</source>
        <translation>
            <numerusform>%1 Reaktion hat in der Datei keine Schranken (zuerst %2): Es wurde 0 bis 1000 genommen, für reversible −1000 bis 1000.</numerusform>
            <numerusform>%1 Reaktionen haben in der Datei keine Schranken (zuerst %2): Es wurde 0 bis 1000 genommen, für reversible −1000 bis 1000.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, flux bound of %2</source>
        <translation>%1, Flussschranke von %2</translation>
    </message>
    <message>
        <source>The model does not say which of its %1 objectives is active: %2 was taken.</source>
        <translation>Das Modell sagt nicht, welche seiner %1 Zielfunktionen gilt: Es wurde %2 genommen.</translation>
    </message>
    <message>
        <source>Join them first with DeepSpeed&apos;s script (“python zero_to_fp32.py %1 OUT”) or Lightning&apos;s convert_zero_checkpoint_to_fp32_state_dict, and open the file that it writes.</source>
        <translation>Zuerst zusammenfügen, mit dem Skript von DeepSpeed („python zero_to_fp32.py %1 OUT“) oder convert_zero_checkpoint_to_fp32_state_dict von Lightning, und die Datei öffnen, die dabei entsteht.</translation>
    </message>
    <message>
        <source>Of a training that did not divide the weights (ZeRO stage 1 or 2), %1 can be opened as it is.</source>
        <translation>Aus einem Training, das die Gewichte nicht aufteilte (ZeRO Stufe 1 oder 2), lässt sich %1 öffnen, wie es ist.</translation>
    </message>
    <message>
        <source>Join them first, in Python with torch.distributed.checkpoint.format_utils.dcp_to_torch_save(&quot;%1&quot;, &quot;model.pt&quot;), or for a folder of Lightning with “python -m lightning.pytorch.utilities.consolidate_checkpoint %1”; then open the file that it writes.</source>
        <translation>Zuerst zusammenfügen, in Python mit torch.distributed.checkpoint.format_utils.dcp_to_torch_save(&quot;%1&quot;, &quot;model.pt&quot;), oder bei einem Ordner von Lightning mit „python -m lightning.pytorch.utilities.consolidate_checkpoint %1“; dann die Datei öffnen, die dabei entsteht.</translation>
    </message>
    <message>
        <source>Choose a file in it: %1.</source>
        <translation>Eine Datei darin wählen: %1.</translation>
    </message>
    <message>
        <source>The model learnt interactions of %1 deletions, not of %2.</source>
        <translation>Das Modell hat Interaktionen von %1 Deletionen gelernt, nicht von %2.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1, at “%2”</source>
        <translation>%1, bei „%2“</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>“%1” must be %2</source>
        <translation>„%1“ muss %2 sein</translation>
    </message>
    <message>
        <source>it is no JSON from byte %1 on</source>
        <translation>ab Byte %1 ist es kein JSON</translation>
    </message>
    <message>
        <source>%1 (%2; hit: interaction below %3)</source>
        <translation>%1 (%2; Treffer: Interaktion unter %3)</translation>
    </message>
    <message>
        <source>ranked by %1</source>
        <translation>geordnet nach %1</translation>
    </message>
    <message>
        <source>sets of %1 deletions</source>
        <translation>Mengen aus %1 Deletionen</translation>
    </message>
    <message>
        <source>r %1</source>
        <translation>r %1</translation>
    </message>
    <message>
        <source>r %1; hits among its best %2: %3; by chance %4</source>
        <translation>r %1; Treffer unter seinen besten %2: %3; durch Zufall %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes</source>
        <translation>
            <numerusform>%1 Gen</numerusform>
            <numerusform>%1 Gene</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps it is %1.</source>
        <translation>Vielleicht ist es %1.</translation>
    </message>
    <message>
        <source>the wild type cannot grow: it cannot even meet the lower bounds of %1</source>
        <translation>Der Wildtyp kann nicht wachsen: Er kann nicht einmal die unteren Schranken von %1 einhalten</translation>
    </message>
    <message>
        <source>%1, for comparison: %2.</source>
        <translation>%1, zum Vergleich: %2.</translation>
    </message>
    <message>
        <source>%1 found more.</source>
        <translation>%1 fand mehr.</translation>
    </message>
    <message>
        <source>Ranked by %1, which finds most.</source>
        <translation>Geordnet nach %1, was am meisten findet.</translation>
    </message>
    <message>
        <source>Ranked by %1, as asked.</source>
        <translation>Geordnet nach %1, wie gewünscht.</translation>
    </message>
    <message>
        <source>Ranked by %1, as asked; not validated.</source>
        <translation>Geordnet nach %1, wie gewünscht; nicht validiert.</translation>
    </message>
    <message>
        <source>Write for example “fitness &lt; 0.5 &amp;&amp; abs(epistasis) &gt; 0.1”; columns are %1; functions are %2.</source>
        <translation>Zum Beispiel „fitness &lt; 0.5 &amp;&amp; abs(epistasis) &gt; 0.1“ schreiben; Spalten sind %1; Funktionen sind %2.</translation>
    </message>
    <message>
        <source>“(” was expected after %1</source>
        <translation>Nach %1 wurde „(“ erwartet</translation>
    </message>
    <message>
        <source>%1 takes at least one number</source>
        <translation>%1 braucht mindestens eine Zahl</translation>
    </message>
    <message>
        <source>%1 takes one number</source>
        <translation>%1 braucht eine Zahl</translation>
    </message>
    <message>
        <source>%1, largest first</source>
        <translation>%1, größte zuerst</translation>
    </message>
    <message>
        <source>%1, smallest first</source>
        <translation>%1, kleinste zuerst</translation>
    </message>
    <message>
        <source>Run %1, begun %2 (UTC) by version %3 on %4: %5.</source>
        <translation>Lauf %1, begonnen %2 (UTC) mit Version %3 auf %4: %5.</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>a genotype cannot be read (%1)</source>
        <translation>ein Genotyp kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>Take off what stands behind the dot (versions, transcripts).</source>
        <translation>Entfernen, was hinter dem Punkt steht (Versionen, Transkripte).</translation>
    </message>
    <message>
        <source>Take off what stands before the dot (the number of the organism).</source>
        <translation>Entfernen, was vor dem Punkt steht (die Nummer des Organismus).</translation>
    </message>
    <message>
        <source>Give a gene table that lists the names of the file as names or aliases, or translate them first.</source>
        <translation>Eine Gentabelle angeben, die die Namen der Datei als Namen oder Aliasse führt, oder sie vorher übersetzen.</translation>
    </message>
    <message>
        <source>Check that the file and the genes are of the same organism, and which column names them.</source>
        <translation>Prüfen, ob Datei und Gene vom selben Organismus sind und welche Spalte sie nennt.</translation>
    </message>
    <message>
        <source>systematic names of yeast</source>
        <translation>systematische Namen der Hefe</translation>
    </message>
    <message>
        <source>systematic names of fission yeast</source>
        <translation>systematische Namen der Spalthefe</translation>
    </message>
    <message>
        <source>locus tags</source>
        <translation>Locus-Tags</translation>
    </message>
    <message>
        <source>names of Arabidopsis loci</source>
        <translation>Namen von Arabidopsis-Loci</translation>
    </message>
    <message>
        <source>Ensembl genes</source>
        <translation>Ensembl-Gene</translation>
    </message>
    <message>
        <source>Ensembl transcripts</source>
        <translation>Ensembl-Transkripte</translation>
    </message>
    <message>
        <source>Ensembl proteins</source>
        <translation>Ensembl-Proteine</translation>
    </message>
    <message>
        <source>numbers (Entrez Gene?)</source>
        <translation>Zahlen (Entrez Gene?)</translation>
    </message>
    <message>
        <source>UniProt accessions</source>
        <translation>UniProt-Kennungen</translation>
    </message>
    <message>
        <source>RefSeq accessions</source>
        <translation>RefSeq-Kennungen</translation>
    </message>
    <message>
        <source>FlyBase genes</source>
        <translation>FlyBase-Gene</translation>
    </message>
    <message>
        <source>WormBase genes</source>
        <translation>WormBase-Gene</translation>
    </message>
    <message>
        <source>SGD identifiers</source>
        <translation>SGD-Kennungen</translation>
    </message>
    <message>
        <source>HGNC identifiers</source>
        <translation>HGNC-Kennungen</translation>
    </message>
    <message>
        <source>proteins of STRING</source>
        <translation>Proteine von STRING</translation>
    </message>
    <message>
        <source>STRING network</source>
        <translation>STRING-Netzwerk</translation>
    </message>
    <message>
        <source>Download the file itself, not the page about it; sign in first where the site asks.</source>
        <translation>Die Datei selbst herunterladen, nicht die Seite über sie; wo die Website es verlangt, zuerst anmelden.</translation>
    </message>
    <message>
        <source>Give a table of genes, such as NCBI&apos;s gene_info of the organism.</source>
        <translation>Eine Tabelle der Gene angeben, etwa gene_info des Organismus von NCBI.</translation>
    </message>
    <message>
        <source>Copy the table into a spreadsheet and save it as CSV or TSV.</source>
        <translation>Die Tabelle in eine Tabellenkalkulation kopieren und als CSV oder TSV speichern.</translation>
    </message>
    <message>
        <source>Download the file itself, signed in where that is needed.</source>
        <translation>Die Datei selbst herunterladen, wo nötig angemeldet.</translation>
    </message>
    <message>
        <source>Excel workbook (.xls)</source>
        <translation>Excel-Arbeitsmappe (.xls)</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word-Dokument</translation>
    </message>
    <message>
        <source>text document</source>
        <translation>Textdokument</translation>
    </message>
    <message>
        <source>Cytoscape session</source>
        <translation>Cytoscape-Sitzung</translation>
    </message>
    <message>
        <source>Save one array alone (numpy.save).</source>
        <translation>Ein einzelnes Array speichern (numpy.save).</translation>
    </message>
    <message>
        <source>archive with a model (OMEX)</source>
        <translation>Archiv mit einem Modell (OMEX)</translation>
    </message>
    <message>
        <source>Unpack it and choose the SBML file inside.</source>
        <translation>Entpacken und die SBML-Datei darin wählen.</translation>
    </message>
    <message>
        <source>text document (RTF)</source>
        <translation>Textdokument (RTF)</translation>
    </message>
    <message>
        <source>Save it as plain text.</source>
        <translation>Als reinen Text speichern.</translation>
    </message>
    <message>
        <source>TAR archive</source>
        <translation>TAR-Archiv</translation>
    </message>
    <message>
        <source>data of R</source>
        <translation>Daten von R</translation>
    </message>
    <message>
        <source>Write it as a table in R (write.table).</source>
        <translation>In R als Tabelle schreiben (write.table).</translation>
    </message>
    <message>
        <source>ontology (OBO)</source>
        <translation>Ontologie (OBO)</translation>
    </message>
    <message>
        <source>It holds terms, not genes: give the organism&apos;s annotations (GAF).</source>
        <translation>Sie enthält Begriffe, keine Gene: die Annotationen des Organismus (GAF) angeben.</translation>
    </message>
    <message>
        <source>pointer of Git LFS</source>
        <translation>Verweis von Git LFS</translation>
    </message>
    <message>
        <source>It stands for the file: fetch the file itself (git lfs pull).</source>
        <translation>Er steht für die Datei: die Datei selbst holen (git lfs pull).</translation>
    </message>
    <message>
        <source>XGMML</source>
        <translation>XGMML</translation>
    </message>
    <message>
        <source>GEXF (Gephi)</source>
        <translation>GEXF (Gephi)</translation>
    </message>
    <message>
        <source>spreadsheet (Excel 2003 XML)</source>
        <translation>Tabelle (Excel 2003 XML)</translation>
    </message>
    <message>
        <source>KEGG pathway (KGML)</source>
        <translation>KEGG-Stoffwechselweg (KGML)</translation>
    </message>
    <message>
        <source>WikiPathways drawing (GPML)</source>
        <translation>WikiPathways-Zeichnung (GPML)</translation>
    </message>
    <message>
        <source>PSI-MI XML</source>
        <translation>PSI-MI XML</translation>
    </message>
    <message>
        <source>ontology or BioPAX (RDF)</source>
        <translation>Ontologie oder BioPAX (RDF)</translation>
    </message>
    <message>
        <source>message of a server</source>
        <translation>Meldung eines Servers</translation>
    </message>
    <message>
        <source>GO annotations (GAF)</source>
        <translation>GO-Annotationen (GAF)</translation>
    </message>
    <message>
        <source>The file has no annotation, only a header.</source>
        <translation>Die Datei hat keine Annotation, nur eine Kopfzeile.</translation>
    </message>
    <message>
        <source>Choose a file with rows.</source>
        <translation>Eine Datei mit Zeilen wählen.</translation>
    </message>
    <message>
        <source>the names mean different genes</source>
        <translation>die Namen meinen verschiedene Gene</translation>
    </message>
    <message>
        <source>not a gene</source>
        <translation>kein Gen</translation>
    </message>
    <message>
        <source>NCBI gene_info</source>
        <translation>NCBI gene_info</translation>
    </message>
    <message>
        <source>STRING proteins</source>
        <translation>STRING-Proteine</translation>
    </message>
    <message>
        <source>Export the graph as GraphML, SIF or a table.</source>
        <translation>Den Graphen als GraphML, SIF oder Tabelle exportieren.</translation>
    </message>
    <message>
        <source>The graph is too large to be read from JSON.</source>
        <translation>Der Graph ist zu groß, um aus JSON gelesen zu werden.</translation>
    </message>
    <message>
        <source>The file is damaged or not complete.</source>
        <translation>Die Datei ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>Cytoscape Exchange (CX2)</source>
        <translation>Cytoscape Exchange (CX2)</translation>
    </message>
    <message>
        <source>Cytoscape Exchange (CX)</source>
        <translation>Cytoscape Exchange (CX)</translation>
    </message>
    <message>
        <source>graph of Cytoscape.js</source>
        <translation>Graph von Cytoscape.js</translation>
    </message>
    <message>
        <source>Escher map</source>
        <translation>Escher-Karte</translation>
    </message>
    <message>
        <source>Jupyter notebook</source>
        <translation>Jupyter-Notebook</translation>
    </message>
    <message>
        <source>ontology in JSON</source>
        <translation>Ontologie in JSON</translation>
    </message>
    <message>
        <source>Give it as a metabolic model in COBRA JSON.</source>
        <translation>Sie als Stoffwechselmodell in COBRA JSON angeben.</translation>
    </message>
    <message>
        <source>It is a drawing: give the metabolic model that it was drawn from.</source>
        <translation>Sie ist eine Zeichnung: das Stoffwechselmodell angeben, nach dem sie gezeichnet wurde.</translation>
    </message>
    <message>
        <source>Save the tables that the notebook makes as CSV or TSV.</source>
        <translation>Die Tabellen, die das Notebook erzeugt, als CSV oder TSV speichern.</translation>
    </message>
    <message>
        <source>Of JSON, models of COBRA and graphs (CX2, Cytoscape.js, nodes and links) are read.</source>
        <translation>Von JSON werden COBRA-Modelle und Graphen gelesen (CX2, Cytoscape.js, Knoten und Kanten).</translation>
    </message>
    <message>
        <source>The file has no interaction: this network is empty.</source>
        <translation>Die Datei hat keine Interaktion: Dieses Netzwerk ist leer.</translation>
    </message>
    <message>
        <source>Leave it out, or choose a file that has some.</source>
        <translation>Sie weglassen, oder eine Datei wählen, die welche hat.</translation>
    </message>
    <message>
        <source>FASTA of proteins</source>
        <translation>FASTA von Proteinen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Write the names again in a column that is formatted as text, or use systematic names.</source>
        <translation>Die Namen in einer als Text formatierten Spalte neu schreiben, oder systematische Namen verwenden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 pairs of names differ only in capital letters and are one gene each: %2.</source>
        <translation>
            <numerusform>%1 Paar von Namen unterscheidet sich nur in der Großschreibung und ist je ein Gen: %2.</numerusform>
            <numerusform>%1 Paare von Namen unterscheiden sich nur in der Großschreibung und sind je ein Gen: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genes that the model lists are in no rule and were left out: %2.</source>
        <translation>
            <numerusform>%1 Gen, das das Modell aufführt, steht in keiner Regel und wurde ausgelassen: %2.</numerusform>
            <numerusform>%1 Gene, die das Modell aufführt, stehen in keiner Regel und wurden ausgelassen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has %1 (%2), the cell %3 (%4).</source>
        <translation>Die Datei hat %1 (%2), die Zelle %3 (%4).</translation>
    </message>
    <message>
        <source>Every gene has a version (%1), which was taken off.</source>
        <translation>Jedes Gen hat eine Version (%1); sie wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 von %3)</translation>
    </message>
    <message>
        <source>The file is not %1 (found: %2).</source>
        <translation>Die Datei ist nicht %1 (gefunden: %2).</translation>
    </message>
    <message>
        <source>message of a server: “%1”</source>
        <translation>Meldung eines Servers: „%1“</translation>
    </message>
    <message>
        <source>web page “%1”</source>
        <translation>Webseite „%1“</translation>
    </message>
    <message>
        <source>Every id begins with the number of the organism (%1), which was taken off.</source>
        <translation>Jede ID beginnt mit der Nummer des Organismus (%1); sie wurde entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes are meant by several genes of the model each: %2.</source>
        <translation>
            <numerusform>%1 Gen wird von mehreren Genen des Modells gemeint: %2.</numerusform>
            <numerusform>%1 Gene werden von jeweils mehreren Genen des Modells gemeint: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 metabolites with “_b” behind their id look like the outside, but were kept in the balance, as other reactions treat such metabolites as any others (first %2).</source>
        <translation>
            <numerusform>%1 Metabolit mit „_b“ hinter der ID sieht nach dem Außenraum aus, blieb aber in der Bilanz, da andere Reaktionen solche Metaboliten wie alle anderen behandeln (zuerst %2).</numerusform>
            <numerusform>%1 Metaboliten mit „_b“ hinter der ID sehen nach dem Außenraum aus, blieben aber in der Bilanz, da andere Reaktionen solche Metaboliten wie alle anderen behandeln (zuerst %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” between genes was read as “%2” (%3 ×, first in “%4”).</source>
        <translation>„%1“ zwischen Genen wurde als „%2“ gelesen (%3 ×, zuerst in „%4“).</translation>
    </message>
    <message>
        <source>A sign within a name was read as part of it where nobody knows its parts (%1 ×, first “%2”).</source>
        <translation>Ein Zeichen in einem Namen wurde als Teil davon gelesen, wo niemand seine Teile kennt (%1 ×, zuerst „%2“).</translation>
    </message>
    <message>
        <source>“%1” was read as no rule (%2 ×).</source>
        <translation>„%1“ wurde als keine Regel gelesen (%2 ×).</translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions name their enzymes as modifiers (first %2). Each modifier was read as an isozyme (“or”), genes with colons between them in its name as a complex (“and”).</source>
        <translation>
            <numerusform>%1 Reaktion nennt ihre Enzyme als Modifikatoren (zuerst %2). Jeder Modifikator wurde als Isozym gelesen („or“), Gene mit Doppelpunkten dazwischen in seinem Namen als Komplex („and“).</numerusform>
            <numerusform>%1 Reaktionen nennen ihre Enzyme als Modifikatoren (zuerst %2). Jeder Modifikator wurde als Isozym gelesen („or“), Gene mit Doppelpunkten dazwischen in seinem Namen als Komplex („and“).</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>“%1” (perhaps %2)</source>
        <translation>„%1“ (vielleicht %2)</translation>
    </message>
    <message>
        <source>Validated among %1 %2 that trained nothing (hit: a %3 interaction below %4; what has no label is none): %5.</source>
        <translation>Validiert unter %1 %2, mit denen nicht trainiert wurde (Treffer: eine %3 Interaktion unter %4; was keinen Messwert hat, ist keiner): %5.</translation>
    </message>
    <message>
        <source>The file has a single line: a header without rows.</source>
        <translation>Die Datei hat eine einzige Zeile: eine Kopfzeile ohne Zeilen.</translation>
    </message>
    <message>
        <source>Choose a file with rows, or check that it was saved completely.</source>
        <translation>Eine Datei mit Zeilen wählen, oder prüfen, ob sie vollständig gespeichert wurde.</translation>
    </message>
    <message>
        <source>not in the metabolic model</source>
        <translation>nicht im Stoffwechselmodell</translation>
    </message>
    <message>
        <source>Checking growth in rational arithmetic</source>
        <translation>Wachstum in rationaler Arithmetik prüfen</translation>
    </message>
    <message>
        <source>they are long or hold a blank or semicolon</source>
        <translation>sie sind lang oder enthalten ein Leerzeichen oder Semikolon</translation>
    </message>
    <message>
        <source>Give a gene table that says how these genes are called.</source>
        <translation>Eine Gentabelle angeben, die sagt, wie diese Gene heißen.</translation>
    </message>
    <message>
        <source>Write the gene into genes.tsv, or import the cell again.</source>
        <translation>Das Gen in genes.tsv eintragen oder die Zelle neu importieren.</translation>
    </message>
    <message>
        <source>Write the gene&apos;s name in a column that is formatted as text.</source>
        <translation>Den Gennamen in eine als Text formatierte Spalte schreiben.</translation>
    </message>
    <message>
        <source>Give numbers as features, and few texts a gene.</source>
        <translation>Zahlen als Merkmale angeben und nur wenige Texte je Gen.</translation>
    </message>
    <message>
        <source>Export the model again (in COBRApy: cobra.io.save_json_model), or as SBML.</source>
        <translation>Das Modell neu exportieren (in COBRApy: cobra.io.save_json_model) oder als SBML.</translation>
    </message>
    <message>
        <source>The file does not begin as a model does.</source>
        <translation>Die Datei beginnt nicht wie ein Modell.</translation>
    </message>
    <message>
        <source>It does not say which metabolites it converts (“metabolites”).</source>
        <translation>Es fehlt die Angabe, welche Metaboliten sie umsetzt („metabolites“).</translation>
    </message>
    <message>
        <source>the line names one gene only</source>
        <translation>die Zeile nennt nur ein Gen</translation>
    </message>
    <message>
        <source>Write two genes a line, or choose other columns.</source>
        <translation>Zwei Gene je Zeile schreiben oder andere Spalten wählen.</translation>
    </message>
    <message>
        <source>Choose another column of weights, or none.</source>
        <translation>Eine andere Spalte mit Gewichten wählen oder keine.</translation>
    </message>
    <message>
        <source>the line has more or fewer cells than the header</source>
        <translation>die Zeile hat mehr oder weniger Tabellenzellen als die Kopfzeile</translation>
    </message>
    <message>
        <source>Correct these lines of the matrix.</source>
        <translation>Diese Zeilen der Matrix korrigieren.</translation>
    </message>
    <message>
        <source>Save the model as SBML or COBRA JSON (in COBRApy: cobra.io.save_json_model; in RAVEN: exportModel).</source>
        <translation>Das Modell als SBML oder COBRA JSON speichern (in COBRApy: cobra.io.save_json_model; in RAVEN: exportModel).</translation>
    </message>
    <message>
        <source>Export the network as GraphML, XGMML, GEXF, SIF or CX2.</source>
        <translation>Das Netz als GraphML, XGMML, GEXF, SIF oder CX2 exportieren.</translation>
    </message>
    <message>
        <source>Convert the model to SBML (for SBtab: www.sbtab.net).</source>
        <translation>Das Modell in SBML umwandeln (für SBtab: www.sbtab.net).</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel-Arbeitsmappe (.xlsx)</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet (.ods)</source>
        <translation>OpenDocument-Tabelle (.ods)</translation>
    </message>
    <message>
        <source>Numbers spreadsheet</source>
        <translation>Numbers-Tabelle</translation>
    </message>
    <message>
        <source>MATLAB data (.mat)</source>
        <translation>MATLAB-Daten (.mat)</translation>
    </message>
    <message>
        <source>Save a model as SBML or JSON (COBRA Toolbox: writeCbModel; COBRApy: save_json_model), other data as text.</source>
        <translation>Ein Modell als SBML oder JSON speichern (COBRA Toolbox: writeCbModel; COBRApy: save_json_model), andere Daten als Text.</translation>
    </message>
    <message>
        <source>diagram of CellDesigner</source>
        <translation>CellDesigner-Diagramm</translation>
    </message>
    <message>
        <source>It has no flux bounds and no gene rules: give a metabolic model in SBML with the fbc package, such as those of BiGG, or COBRA JSON.</source>
        <translation>Sie enthält keine Flussgrenzen und keine Genregeln: ein Stoffwechselmodell in SBML mit dem Paket fbc angeben, etwa eines von BiGG, oder COBRA JSON.</translation>
    </message>
    <message>
        <source>Download the interactions as PSI-MI TAB (MITAB).</source>
        <translation>Die Interaktionen als PSI-MI TAB (MITAB) herunterladen.</translation>
    </message>
    <message>
        <source>Of XML, metabolic models in SBML and networks in GraphML, XGMML and GEXF are read.</source>
        <translation>Von XML werden Stoffwechselmodelle in SBML und Netze in GraphML, XGMML und GEXF gelesen.</translation>
    </message>
    <message>
        <source>there is no systematic name</source>
        <translation>es gibt keinen systematischen Namen</translation>
    </message>
    <message>
        <source>Give every gene an id of its own.</source>
        <translation>Jedem Gen eine eigene ID geben.</translation>
    </message>
    <message>
        <source>Write an id without them, such as the locus tag.</source>
        <translation>Eine ID ohne diese Zeichen schreiben, etwa das Locus-Tag.</translation>
    </message>
    <message>
        <source>The first line of an id counts; give another gene another id.</source>
        <translation>Die erste Zeile einer ID zählt; einem anderen Gen eine andere ID geben.</translation>
    </message>
    <message>
        <source>there is no GO term with its aspect (P, F or C)</source>
        <translation>es gibt keinen GO-Term mit seinem Aspekt (P, F oder C)</translation>
    </message>
    <message>
        <source>the gene does not have this term (NOT)</source>
        <translation>das Gen hat diesen Term nicht (NOT)</translation>
    </message>
    <message>
        <source>Correct the names in the file or in the gene table.</source>
        <translation>Die Namen in der Datei oder in der Gentabelle korrigieren.</translation>
    </message>
    <message>
        <source>the gene has a row before</source>
        <translation>das Gen hat weiter oben schon eine Zeile</translation>
    </message>
    <message>
        <source>The first row of a gene counts; remove the one that is wrong.</source>
        <translation>Die erste Zeile eines Gens zählt; die falsche entfernen.</translation>
    </message>
    <message>
        <source>Fill them, or leave out the column if zero is wrong.</source>
        <translation>Sie ausfüllen, oder die Spalte auslassen, wenn null falsch ist.</translation>
    </message>
    <message>
        <source>Most rows are of that organism; remove them if another is meant.</source>
        <translation>Die meisten Zeilen sind von diesem Organismus; sie entfernen, wenn ein anderer gemeint ist.</translation>
    </message>
    <message>
        <source>Write yes, no or nothing.</source>
        <translation>yes, no oder nichts eintragen.</translation>
    </message>
    <message>
        <source>a quotation mark is never closed</source>
        <translation>ein Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>Export the network again, or as GraphML, SIF or a table.</source>
        <translation>Das Netz neu exportieren, oder als GraphML, SIF oder Tabelle.</translation>
    </message>
    <message>
        <source>a bracket is closed that was never opened</source>
        <translation>eine Klammer wird geschlossen, die nie geöffnet wurde</translation>
    </message>
    <message>
        <source>a bracket is never closed</source>
        <translation>eine Klammer wird nie geschlossen</translation>
    </message>
    <message>
        <source>a value has no word in front that says what it is</source>
        <translation>vor einem Wert fehlt das Wort, das sagt, was er ist</translation>
    </message>
    <message>
        <source>The node has no id, so no edge can name it.</source>
        <translation>Der Knoten hat keine ID, daher kann ihn keine Kante nennen.</translation>
    </message>
    <message>
        <source>Export the network again, or as a table.</source>
        <translation>Das Netz neu exportieren oder als Tabelle.</translation>
    </message>
    <message>
        <source>Give the nodes ids of their own.</source>
        <translation>Den Knoten eigene IDs geben.</translation>
    </message>
    <message>
        <source>Correct the weights, or remove them.</source>
        <translation>Die Gewichte korrigieren oder entfernen.</translation>
    </message>
    <message>
        <source>Cytoscape writes every network as directed, so the file does not tell whether this one is: the type of the network decides, and only “regulatory” has directions.</source>
        <translation>Cytoscape schreibt jedes Netz als gerichtet; die Datei verrät also nicht, ob dieses es ist: Der Typ des Netzes entscheidet, und nur „regulatory“ hat Richtungen.</translation>
    </message>
    <message>
        <source>Export the two kinds as networks of their own if directions matter.</source>
        <translation>Wenn es auf Richtungen ankommt, die beiden Arten als eigene Netze exportieren.</translation>
    </message>
    <message>
        <source>the file has no node of this id</source>
        <translation>die Datei hat keinen Knoten mit dieser ID</translation>
    </message>
    <message>
        <source>Export the network again, with all of its nodes.</source>
        <translation>Das Netz neu exportieren, mit allen seinen Knoten.</translation>
    </message>
    <message>
        <source>PSI-MI TAB</source>
        <translation>PSI-MI TAB</translation>
    </message>
    <message>
        <source>Export the network as GraphML, or give the file the ending of what it is.</source>
        <translation>Das Netz als GraphML exportieren oder der Datei die Endung geben, die zu ihr passt.</translation>
    </message>
    <message>
        <source>The file has no graph with nodes and edges.</source>
        <translation>Die Datei enthält keinen Graphen mit Knoten und Kanten.</translation>
    </message>
    <message>
        <source>Give each metabolite and reaction an id of its own.</source>
        <translation>Jedem Metaboliten und jeder Reaktion eine eigene ID geben.</translation>
    </message>
    <message>
        <source>A metabolite has no id.</source>
        <translation>Ein Metabolit hat keine ID.</translation>
    </message>
    <message>
        <source>A reaction has no id.</source>
        <translation>Eine Reaktion hat keine ID.</translation>
    </message>
    <message>
        <source>Correct the bounds of the reaction in the model.</source>
        <translation>Die Grenzen der Reaktion im Modell korrigieren.</translation>
    </message>
    <message>
        <source>A bound forces a flux without limit.</source>
        <translation>Eine Grenze erzwingt einen unbegrenzten Fluss.</translation>
    </message>
    <message>
        <source>Simplify its gene rule in the model.</source>
        <translation>Ihre Genregel im Modell vereinfachen.</translation>
    </message>
    <message>
        <source>the line has fewer than 15 columns</source>
        <translation>die Zeile hat weniger als 15 Spalten</translation>
    </message>
    <message>
        <source>Download the table again; it may have been cut.</source>
        <translation>Die Tabelle neu herunterladen; vielleicht wurde sie abgeschnitten.</translation>
    </message>
    <message>
        <source>it was found not to take place</source>
        <translation>sie findet dem Befund nach nicht statt</translation>
    </message>
    <message>
        <source>it has a single interactor</source>
        <translation>sie hat nur einen Interaktionspartner</translation>
    </message>
    <message>
        <source>an interactor is a small molecule</source>
        <translation>ein Interaktionspartner ist ein kleines Molekül</translation>
    </message>
    <message>
        <source>Keep the lines with a score if they are to weigh.</source>
        <translation>Die Zeilen mit einem Score behalten, wenn sie gewichtet sein sollen.</translation>
    </message>
    <message>
        <source>Such a reaction counts as needing no gene: no deletion blocks it. Correct the rule, as in “(A and B) or C”.</source>
        <translation>Eine solche Reaktion gilt als von keinem Gen abhängig: keine Deletion blockiert sie. Die Regel korrigieren, wie in „(A and B) or C“.</translation>
    </message>
    <message>
        <source>Save an array of numbers with a row for each gene and a column for each feature (numpy.save), or give a table.</source>
        <translation>Ein Array von Zahlen mit einer Zeile je Gen und einer Spalte je Merkmal speichern (numpy.save) oder eine Tabelle angeben.</translation>
    </message>
    <message>
        <source>The file is damaged or written by a version of NumPy that is not known here.</source>
        <translation>Die Datei ist beschädigt oder von einer hier unbekannten Version von NumPy geschrieben.</translation>
    </message>
    <message>
        <source>The file is damaged: it does not say how many rows and columns there are.</source>
        <translation>Die Datei ist beschädigt: es fehlt die Angabe, wie viele Zeilen und Spalten es gibt.</translation>
    </message>
    <message>
        <source>The array does not have rows and columns (two dimensions).</source>
        <translation>Das Array hat nicht Zeilen und Spalten (zwei Dimensionen).</translation>
    </message>
    <message>
        <source>Remove the lines whose weight is wrong.</source>
        <translation>Die Zeilen mit falschem Gewicht entfernen.</translation>
    </message>
    <message>
        <source>The organism whose names mean most genes of the cell was kept.</source>
        <translation>Behalten wurde der Organismus, dessen Namen die meisten Gene der Zelle meinen.</translation>
    </message>
    <message>
        <source>Each line holds two names. They are read as an interaction; they may as well be a genotype of two deletions.</source>
        <translation>Jede Zeile enthält zwei Namen. Sie werden als Interaktion gelesen; sie können ebenso gut ein Genotyp mit zwei Deletionen sein.</translation>
    </message>
    <message>
        <source>If this is a list of genotypes, do not import it: open it as a knockout list.</source>
        <translation>Wenn dies eine Liste von Genotypen ist, sie nicht importieren: als Knockout-Liste öffnen.</translation>
    </message>
    <message>
        <source>Growth depends on bounds: give the parameters their values in the model.</source>
        <translation>Das Wachstum hängt von Grenzen ab: den Parametern im Modell ihre Werte geben.</translation>
    </message>
    <message>
        <source>The model has no such reaction, or the bound has no value.</source>
        <translation>Das Modell hat keine solche Reaktion, oder die Grenze hat keinen Wert.</translation>
    </message>
    <message>
        <source>Correct the list of flux bounds in the model.</source>
        <translation>Die Liste der Flussgrenzen im Modell korrigieren.</translation>
    </message>
    <message>
        <source>Export the model again; the validator of sbml.org says what is wrong with a file.</source>
        <translation>Das Modell neu exportieren; der Validator von sbml.org sagt, was an einer Datei falsch ist.</translation>
    </message>
    <message>
        <source>Check that this part of the model is as you know it; the validator of sbml.org lists all of them.</source>
        <translation>Prüfen, ob dieser Teil des Modells so ist, wie Sie ihn kennen; der Validator von sbml.org führt alle auf.</translation>
    </message>
    <message>
        <source>Add it to the list of species, or correct the id.</source>
        <translation>Sie in der Liste der Spezies ergänzen oder die ID korrigieren.</translation>
    </message>
    <message>
        <source>Write the numbers into the model.</source>
        <translation>Die Zahlen in das Modell schreiben.</translation>
    </message>
    <message>
        <source>There is a zero byte: the file is damaged or not SBML.</source>
        <translation>Sie enthält ein Null-Byte: Die Datei ist beschädigt oder kein SBML.</translation>
    </message>
    <message>
        <source>Download or export the model again.</source>
        <translation>Das Modell neu herunterladen oder exportieren.</translation>
    </message>
    <message>
        <source>Write the source, the kind of interaction and the target.</source>
        <translation>Die Quelle, die Art der Interaktion und das Ziel schreiben.</translation>
    </message>
    <message>
        <source>Download or export it again; a download may have been cut short.</source>
        <translation>Neu herunterladen oder exportieren; vielleicht brach ein Download vorzeitig ab.</translation>
    </message>
    <message>
        <source>The file declares a document type, which is not read, as it may be harmful.</source>
        <translation>Die Datei deklariert einen Dokumenttyp; er wird nicht gelesen, da er schädlich sein kann.</translation>
    </message>
    <message>
        <source>Export the file again without it, or remove the text from “&lt;!DOCTYPE” to the “&gt;” behind.</source>
        <translation>Die Datei ohne ihn neu exportieren oder den Text von „&lt;!DOCTYPE“ bis zum „&gt;“ dahinter entfernen.</translation>
    </message>
    <message>
        <source>there is text outside of all elements</source>
        <translation>Text steht außerhalb aller Elemente</translation>
    </message>
    <message>
        <source>there is no element in it</source>
        <translation>sie enthält kein Element</translation>
    </message>
    <message>
        <source>a tag has no name</source>
        <translation>ein Tag hat keinen Namen</translation>
    </message>
    <message>
        <source>a list of genotypes</source>
        <translation>eine Liste von Genotypen</translation>
    </message>
    <message>
        <source>Add the genes to the gene table if you need them.</source>
        <translation>Die Gene in der Gentabelle ergänzen, wenn sie gebraucht werden.</translation>
    </message>
    <message>
        <source>The file cannot be read to its end.</source>
        <translation>Die Datei lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>Check the disk, and copy the file again.</source>
        <translation>Den Datenträger prüfen und die Datei erneut kopieren.</translation>
    </message>
    <message>
        <source>The text is in UTF-16 (“Unicode text”) and was read as such.</source>
        <translation>Der Text ist in UTF-16 („Unicode-Text“) und wurde so gelesen.</translation>
    </message>
    <message>
        <source>this is what a spreadsheet makes of a reaction&apos;s id, not a reaction</source>
        <translation>das macht eine Tabellenkalkulation aus der ID einer Reaktion; eine Reaktion ist es nicht</translation>
    </message>
    <message>
        <source>a table of a medium</source>
        <translation>eine Tabelle eines Mediums</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>its place (x, y) is no number that can be drawn</source>
        <translation>der Ort (x, y) ist keine Zahl, die sich zeichnen lässt</translation>
    </message>
    <message>
        <source>a control point is no place</source>
        <translation>ein Kontrollpunkt ist kein Ort</translation>
    </message>
    <message>
        <source>its genes are no list</source>
        <translation>die Gene sind keine Liste</translation>
    </message>
    <message>
        <source>a gene without an id</source>
        <translation>ein Gen ohne ID</translation>
    </message>
    <message>
        <source>a metabolite without an id or a coefficient</source>
        <translation>ein Metabolit ohne ID oder Koeffizient</translation>
    </message>
    <message>
        <source>its metabolites are no list</source>
        <translation>die Metaboliten sind keine Liste</translation>
    </message>
    <message>
        <source>a kind that is not known</source>
        <translation>eine unbekannte Art</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>es gibt keinen Text</translation>
    </message>
    <message>
        <source>it ends at a node that is not there or cannot be drawn</source>
        <translation>es endet an einem Knoten, der fehlt oder sich nicht zeichnen lässt</translation>
    </message>
    <message>
        <source>Choose a map that Escher has saved.</source>
        <translation>Eine Karte wählen, die Escher gespeichert hat.</translation>
    </message>
    <message>
        <source>Export or download the map again.</source>
        <translation>Die Karte neu exportieren oder herunterladen.</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>their id is there again further down</source>
        <translation>ihre ID kommt weiter unten noch einmal vor</translation>
    </message>
    <message>
        <source>An Escher map is a list of a header and a body; this list is another.</source>
        <translation>Eine Escher-Karte ist eine Liste aus Kopf und Inhalt; diese Liste ist etwas anderes.</translation>
    </message>
    <message>
        <source>The file is neither a list nor an object.</source>
        <translation>Die Datei ist weder eine Liste noch ein Objekt.</translation>
    </message>
    <message>
        <source>This is a metabolic model, not a map of one.</source>
        <translation>Das ist ein Stoffwechselmodell, keine Karte davon.</translation>
    </message>
    <message>
        <source>Import it as a cell; maps of it are drawn automatically.</source>
        <translation>Als Zelle importieren; Karten davon werden automatisch gezeichnet.</translation>
    </message>
    <message>
        <source>nodes or parts of them</source>
        <translation>Knoten oder Teile davon</translation>
    </message>
    <message>
        <source>reactions or parts of them</source>
        <translation>Reaktionen oder Teile davon</translation>
    </message>
    <message>
        <source>segments or parts of them</source>
        <translation>Segmente oder Teile davon</translation>
    </message>
    <message>
        <source>lines of reactions</source>
        <translation>Linien von Reaktionen</translation>
    </message>
    <message>
        <source>no segment can be drawn</source>
        <translation>kein Segment lässt sich zeichnen</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>This is no map: neither SBGN-ML nor SBML with a layout.</source>
        <translation>Das ist keine Karte: weder SBGN-ML noch SBML mit einem Layout.</translation>
    </message>
    <message>
        <source>Choose a map of Escher (JSON), of SBGN-ML or of SBML.</source>
        <translation>Eine Karte von Escher (JSON), in SBGN-ML oder in SBML wählen.</translation>
    </message>
    <message>
        <source>The map seems to be of another model. Open it with the cell that it was drawn for.</source>
        <translation>Die Karte gehört wohl zu einem anderen Modell. Sie mit der Zelle öffnen, für die sie gezeichnet wurde.</translation>
    </message>
    <message>
        <source>They are drawn grey, and no values are shown on them.</source>
        <translation>Sie sind grau gezeichnet, und an ihnen stehen keine Werte.</translation>
    </message>
    <message>
        <source>The one that shares most metabolites was taken.</source>
        <translation>Genommen wurde jeweils die, die die meisten Metaboliten mit ihr gemeinsam hat.</translation>
    </message>
    <message>
        <source>There is no map of SBGN-ML in the file.</source>
        <translation>Die Datei enthält keine Karte in SBGN-ML.</translation>
    </message>
    <message>
        <source>Choose an SBGN-ML process description.</source>
        <translation>Eine SBGN-ML-Karte vom Typ „process description“ wählen.</translation>
    </message>
    <message>
        <source>it has no place</source>
        <translation>es hat keinen Ort</translation>
    </message>
    <message>
        <source>another element has the same id</source>
        <translation>ein anderes Element hat dieselbe ID</translation>
    </message>
    <message>
        <source>it ends at an element that is not there</source>
        <translation>es endet an einem Element, das fehlt</translation>
    </message>
    <message>
        <source>elements without a class</source>
        <translation>Elemente ohne Klasse</translation>
    </message>
    <message>
        <source>a map has no place for them</source>
        <translation>eine Karte hat keinen Platz für sie</translation>
    </message>
    <message>
        <source>There is no layout of SBML in the file.</source>
        <translation>Die Datei enthält kein SBML-Layout.</translation>
    </message>
    <message>
        <source>Choose a model with a layout, or another map.</source>
        <translation>Ein Modell mit einem Layout wählen oder eine andere Karte.</translation>
    </message>
    <message>
        <source>The first one is shown.</source>
        <translation>Gezeigt wird das erste.</translation>
    </message>
    <message>
        <source>it has no place or no text</source>
        <translation>es hat keinen Ort oder keinen Text</translation>
    </message>
    <message>
        <source>its species glyph is not there</source>
        <translation>seine Spezies-Glyphe fehlt</translation>
    </message>
    <message>
        <source>Divide the map into several files.</source>
        <translation>Die Karte auf mehrere Dateien aufteilen.</translation>
    </message>
    <message>
        <source>a table of measured values</source>
        <translation>eine Tabelle mit Messwerten</translation>
    </message>
    <message>
        <source>The model does not say which rows it was trained on, so none can be known not to be among them.</source>
        <translation>Das Modell sagt nicht, mit welchen Zeilen es trainiert wurde; daher ist von keiner bekannt, dass sie nicht dazugehört.</translation>
    </message>
    <message>
        <source>Only models that this program trained can be validated.</source>
        <translation>Nur Modelle, die dieses Programm trainiert hat, lassen sich validieren.</translation>
    </message>
    <message>
        <source>These are not the labels that the model was trained on, so it is not known which of them it has seen.</source>
        <translation>Das sind nicht die Werte, mit denen das Modell trainiert wurde; daher ist nicht bekannt, welche davon es gesehen hat.</translation>
    </message>
    <message>
        <source>The labels named as those of the training are others than the model&apos;s.</source>
        <translation>Die als Trainingswerte angegebenen Werte sind andere als die des Modells.</translation>
    </message>
    <message>
        <source>Name the very file that the model was trained on, with --trained-on.</source>
        <translation>Mit --trained-on genau die Datei angeben, mit der das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>The model held none of these rows out for validation, or does not say which.</source>
        <translation>Das Modell hat keine dieser Zeilen zur Validierung zurückgehalten oder sagt nicht, welche.</translation>
    </message>
    <message>
        <source>The model has seen every genotype of these labels.</source>
        <translation>Das Modell hat jeden Genotyp dieser Werte gesehen.</translation>
    </message>
    <message>
        <source>Give other labels, whose genotypes it was not trained on.</source>
        <translation>Andere Werte angeben, mit deren Genotypen es nicht trainiert wurde.</translation>
    </message>
    <message>
        <source>This is no model file of this program.</source>
        <translation>Das ist keine Modelldatei dieses Programms.</translation>
    </message>
    <message>
        <source>Make one of it first, with “model convert”.</source>
        <translation>Erst mit „model convert“ eine daraus machen.</translation>
    </message>
    <message>
        <source>The columns named for this file count for nothing: %1 has none.</source>
        <translation>Die für diese Datei angegebenen Spalten zählen nicht: %1 hat keine.</translation>
    </message>
    <message numerus="yes">
        <source>%1 names made no genes of the cell: %2.</source>
        <translation>
            <numerusform>Aus %1 Namen wurde kein Gen der Zelle: %2.</numerusform>
            <numerusform>Aus %1 Namen wurden keine Gene der Zelle: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is what a spreadsheet makes of a gene&apos;s name, not a gene.</source>
        <translation>„%1“ macht eine Tabellenkalkulation aus einem Gennamen; ein Gen ist es nicht.</translation>
    </message>
    <message>
        <source>Was it %1? %2</source>
        <translation>War es %1? %2</translation>
    </message>
    <message>
        <source>The gene rule cannot be read from character %1 on: %2.</source>
        <translation>Die Genregel ist ab Zeichen %1 nicht lesbar: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 annotations were left out: %2.</source>
        <translation>
            <numerusform>%1 Annotation wurde ausgelassen: %2.</numerusform>
            <numerusform>%1 Annotationen wurden ausgelassen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is larger than any model: it holds more than %1 values, or lists within lists more than %2 deep.</source>
        <translation>Die Datei ist größer als jedes Modell: Sie enthält mehr als %1 Werte oder mehr als %2 tief geschachtelte Listen.</translation>
    </message>
    <message>
        <source>The file is damaged (%1).</source>
        <translation>Die Datei ist beschädigt (%1).</translation>
    </message>
    <message>
        <source>The model has no list of “%1”.</source>
        <translation>Das Modell hat keine Liste „%1“.</translation>
    </message>
    <message>
        <source>The list of “%1” holds something else than the format wants.</source>
        <translation>Die Liste „%1“ enthält etwas anderes, als das Format verlangt.</translation>
    </message>
    <message>
        <source>Its “%1” is not a text.</source>
        <translation>„%1“ ist dort kein Text.</translation>
    </message>
    <message>
        <source>Its “%1” is not a number.</source>
        <translation>„%1“ ist dort keine Zahl.</translation>
    </message>
    <message>
        <source>It converts the metabolite %1, which the model does not list.</source>
        <translation>Sie setzt den Metaboliten %1 um, den das Modell nicht aufführt.</translation>
    </message>
    <message>
        <source>of another type than %1</source>
        <translation>von anderem Typ als %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes have several sequences, of which the longest of each was taken: %2.</source>
        <translation>
            <numerusform>%1 Gen hat mehrere Sequenzen, von denen die längste genommen wurde: %2.</numerusform>
            <numerusform>%1 Gene haben mehrere Sequenzen, von denen jeweils die längste genommen wurde: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>XML (&lt;%1&gt;)</source>
        <translation>XML (&lt;%1&gt;)</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines of genes were left out: %2.</source>
        <translation>
            <numerusform>%1 Zeile eines Gens wurde ausgelassen: %2.</numerusform>
            <numerusform>%1 Zeilen von Genen wurden ausgelassen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Feature %1 of gene %2 is not a number.</source>
        <translation>Merkmal %1 von Gen %2 ist keine Zahl.</translation>
    </message>
    <message numerus="yes">
        <source>%1 empty cells were read as zero (columns: %2).</source>
        <translation>
            <numerusform>%1 leere Tabellenzelle wurde als null gelesen (Spalte %2).</numerusform>
            <numerusform>%1 leere Tabellenzellen wurden als null gelesen (Spalten: %2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 values of “essential” are neither yes nor no and count as not known: %2.</source>
        <translation>
            <numerusform>%1 Wert von „essential“ ist weder yes noch no und gilt als unbekannt: %2.</numerusform>
            <numerusform>%1 Werte von „essential“ sind weder yes noch no und gelten als unbekannt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is damaged here, or no GML: %1.</source>
        <translation>Die Datei ist hier beschädigt oder kein GML: %1.</translation>
    </message>
    <message>
        <source>brackets are nested more than %1 deep</source>
        <translation>Klammern sind mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>“%1” has no value</source>
        <translation>„%1“ hat keinen Wert</translation>
    </message>
    <message numerus="yes">
        <source>%1 edges have no direction, but the network has: they were read as ones from their source to their target.</source>
        <translation>
            <numerusform>%1 Kante hat keine Richtung, das Netz aber schon: sie wurde als Kante von ihrer Quelle zu ihrem Ziel gelesen.</numerusform>
            <numerusform>%1 Kanten haben keine Richtung, das Netz aber schon: sie wurden als Kanten von ihrer Quelle zu ihrem Ziel gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 edges have a direction, but the network has none: they were read as ones without.</source>
        <translation>
            <numerusform>%1 Kante hat eine Richtung, das Netz aber nicht: sie wurde als ungerichtet gelesen.</numerusform>
            <numerusform>%1 Kanten haben eine Richtung, das Netz aber nicht: sie wurden als ungerichtet gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 nodes have the id of another one and were taken for the same: %2.</source>
        <translation>
            <numerusform>%1 Knoten hat die ID eines anderen und gilt als derselbe: %2.</numerusform>
            <numerusform>%1 Knoten haben die ID eines anderen und gelten als derselbe: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is called .graphml, but begins as &lt;%1&gt;.</source>
        <translation>Die Datei heißt .graphml, beginnt aber mit &lt;%1&gt;.</translation>
    </message>
    <message>
        <source>There are two of the id %1.</source>
        <translation>Die ID %1 gibt es zweimal.</translation>
    </message>
    <message>
        <source>The reactions and their isozymes would make a graph of about %1 connections, most of them of this reaction, which is too large.</source>
        <translation>Die Reaktionen und ihre Isoenzyme ergäben einen Graphen mit etwa %1 Verbindungen, die meisten davon von dieser Reaktion; das ist zu groß.</translation>
    </message>
    <message>
        <source>PSI-MI TAB %1</source>
        <translation>PSI-MI TAB %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 interactions were not measured as pairs: the file takes the members of complexes for pairs.</source>
        <translation>
            <numerusform>%1 Interaktion wurde nicht als Paar gemessen: die Datei nimmt die Mitglieder eines Komplexes als Paare.</numerusform>
            <numerusform>%1 Interaktionen wurden nicht als Paare gemessen: die Datei nimmt die Mitglieder von Komplexen als Paare.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 interactions have no MI score, so no score was taken as weight.</source>
        <translation>
            <numerusform>%1 Interaktion hat keinen MI-Score; daher wurde kein Score als Gewicht genommen.</numerusform>
            <numerusform>%1 Interaktionen haben keinen MI-Score; daher wurde kein Score als Gewicht genommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 gene rules cannot be read and were left out: %2.</source>
        <translation>
            <numerusform>%1 Genregel ist nicht lesbar und wurde ausgelassen: %2.</numerusform>
            <numerusform>%1 Genregeln sind nicht lesbar und wurden ausgelassen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The array holds something else than numbers (%1).</source>
        <translation>Das Array enthält etwas anderes als Zahlen (%1).</translation>
    </message>
    <message numerus="yes">
        <source>%1 repeated interactions have another weight than before; the first weight was kept: %2.</source>
        <translation>
            <numerusform>%1 wiederholte Interaktion hat ein anderes Gewicht als zuvor; das erste Gewicht blieb: %2.</numerusform>
            <numerusform>%1 wiederholte Interaktionen haben ein anderes Gewicht als zuvor; das erste Gewicht blieb: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found: %1, which cannot be imported as it is.</source>
        <translation>Gefunden: %1. Das lässt sich so nicht importieren.</translation>
    </message>
    <message>
        <source>taken as %1</source>
        <translation>als %1 genommen</translation>
    </message>
    <message numerus="yes">
        <source>%1 flux bounds have no value in the file: %2.</source>
        <translation>
            <numerusform>%1 Flussgrenze hat in der Datei keinen Wert: %2.</numerusform>
            <numerusform>%1 Flussgrenzen haben in der Datei keinen Wert: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model cannot be read from here on: %1</source>
        <translation>Ab hier ist das Modell nicht lesbar: %1</translation>
    </message>
    <message>
        <source>It converts the species %1, which the model does not list.</source>
        <translation>Sie setzt die Spezies %1 um, die das Modell nicht aufführt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 coefficients are formulas without a value and were read as 1: %2.</source>
        <translation>
            <numerusform>%1 Koeffizient ist eine Formel ohne Wert und wurde als 1 gelesen: %2.</numerusform>
            <numerusform>%1 Koeffizienten sind Formeln ohne Wert und wurden als 1 gelesen: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model breaks rules of SBML in %1 places and was read all the same; the first: %2</source>
        <translation>
            <numerusform>Das Modell verletzt an %1 Stelle eine Regel von SBML und wurde trotzdem gelesen: %2</numerusform>
            <numerusform>Das Modell verletzt an %1 Stellen Regeln von SBML und wurde trotzdem gelesen; die erste: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is damaged here, or no XML: %1.</source>
        <translation>Die Datei ist hier beschädigt oder kein XML: %1.</translation>
    </message>
    <message>
        <source>it ends within &lt;%1&gt;</source>
        <translation>sie endet innerhalb von &lt;%1&gt;</translation>
    </message>
    <message>
        <source>the tag &lt;%1&gt; is not closed</source>
        <translation>das Tag &lt;%1&gt; wird nicht geschlossen</translation>
    </message>
    <message>
        <source>&lt;/%1&gt; closes what is not open</source>
        <translation>&lt;/%1&gt; schließt, was nicht offen ist</translation>
    </message>
    <message>
        <source>there is a second outermost element &lt;%1&gt;</source>
        <translation>es gibt ein zweites äußerstes Element &lt;%1&gt;</translation>
    </message>
    <message>
        <source>elements are nested more than %1 deep</source>
        <translation>Elemente sind mehr als %1 tief geschachtelt</translation>
    </message>
    <message>
        <source>the attribute %1 has no value</source>
        <translation>das Attribut %1 hat keinen Wert</translation>
    </message>
    <message>
        <source>the value of the attribute %1 is not in quotation marks</source>
        <translation>der Wert des Attributs %1 steht nicht in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%2 and %1 others</source>
        <translation>
            <numerusform>%2 und %1 weiteres</numerusform>
            <numerusform>%2 und %1 weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 interactions were left out: %2.</source>
        <translation>
            <numerusform>%1 Interaktion wurde ausgelassen: %2.</numerusform>
            <numerusform>%1 Interaktionen wurden ausgelassen: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 charges are no whole numbers below 10,000 and count as not known: %2.</source>
        <translation>
            <numerusform>%1 Ladung ist keine ganze Zahl unter 10.000 und gilt als unbekannt: %2.</numerusform>
            <numerusform>%1 Ladungen sind keine ganzen Zahlen unter 10.000 und gelten als unbekannt: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A spreadsheet turned %1 names of genes into dates: %2.</source>
        <translation>
            <numerusform>Eine Tabellenkalkulation hat %1 Gennamen in ein Datum verwandelt: %2.</numerusform>
            <numerusform>Eine Tabellenkalkulation hat %1 Gennamen in Datumsangaben verwandelt: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A spreadsheet turned %1 names of genes into numbers: %2.</source>
        <translation>
            <numerusform>Eine Tabellenkalkulation hat %1 Gennamen in eine Zahl verwandelt: %2.</numerusform>
            <numerusform>Eine Tabellenkalkulation hat %1 Gennamen in Zahlen verwandelt: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines above the header were taken as a title.</source>
        <translation>
            <numerusform>%1 Zeile über der Kopfzeile wurde als Titel gelesen.</numerusform>
            <numerusform>%1 Zeilen über der Kopfzeile wurden als Titel gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines are not in UTF-8 and were read as Windows-1252 (first %2).</source>
        <translation>
            <numerusform>%1 Zeile ist nicht in UTF-8 und wurde als Windows-1252 gelesen (%2).</numerusform>
            <numerusform>%1 Zeilen sind nicht in UTF-8 und wurden als Windows-1252 gelesen (zuerst %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>Was it %1? Write it in a column that is formatted as text.</source>
        <translation>War es %1? In eine als Text formatierte Spalte schreiben.</translation>
    </message>
    <message>
        <source>node %1</source>
        <translation>Knoten %1</translation>
    </message>
    <message>
        <source>%1, segment %2</source>
        <translation>%1, Segment %2</translation>
    </message>
    <message>
        <source>text label %1</source>
        <translation>Beschriftung %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions of the map are not in this cell: %2.</source>
        <translation>
            <numerusform>%1 Reaktion der Karte ist nicht in dieser Zelle: %2.</numerusform>
            <numerusform>%1 Reaktionen der Karte sind nicht in dieser Zelle: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 metabolites of the map are not in this cell: %2.</source>
        <translation>
            <numerusform>%1 Metabolit der Karte ist nicht in dieser Zelle: %2.</numerusform>
            <numerusform>%1 Metaboliten der Karte sind nicht in dieser Zelle: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions of the map may each be several of this cell: %2.</source>
        <translation>
            <numerusform>%1 Reaktion der Karte kann mehrere dieser Zelle meinen: %2.</numerusform>
            <numerusform>%1 Reaktionen der Karte können jeweils mehrere dieser Zelle meinen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The map is in the language “%1” of SBGN, which shows no reactions.</source>
        <translation>Die Karte ist in der SBGN-Sprache „%1“, die keine Reaktionen zeigt.</translation>
    </message>
    <message>
        <source>elements of the class “%1”</source>
        <translation>Elemente der Klasse „%1“</translation>
    </message>
    <message>
        <source>elements “%1”</source>
        <translation>Elemente „%1“</translation>
    </message>
    <message numerus="yes">
        <source>There are %1 more layouts in the file.</source>
        <translation>
            <numerusform>Die Datei enthält %1 weiteres Layout.</numerusform>
            <numerusform>Die Datei enthält %1 weitere Layouts.</numerusform>
        </translation>
    </message>
    <message>
        <source>what the wild type can make could not be computed: the numbers of the model are too far apart for the solver</source>
        <translation>was der Wildtyp herstellen kann, ließ sich nicht berechnen: Die Zahlen des Modells liegen für den Löser zu weit auseinander</translation>
    </message>
    <message>
        <source>Looking for what is lost</source>
        <translation>Suche, was verloren geht</translation>
    </message>
    <message>
        <source>Not everything could be shown: more may be lost, or rescue.</source>
        <translation>Nicht alles ließ sich zeigen: Es kann mehr verloren gehen, und mehr kann retten.</translation>
    </message>
    <message>
        <source>The wild type</source>
        <translation>Der Wildtyp</translation>
    </message>
    <message>
        <source>All that growth needs can still be made, but less of it.</source>
        <translation>Alles, was das Wachstum braucht, kann noch hergestellt werden, aber weniger davon.</translation>
    </message>
    <message>
        <source>Each part of biomass can still be made by itself, but not all of them together.</source>
        <translation>Jeder Teil der Biomasse kann für sich noch hergestellt werden, aber nicht alle zusammen.</translation>
    </message>
    <message>
        <source>No single nutrient more would let it grow.</source>
        <translation>Kein einzelner weiterer Nährstoff ließe ihn wachsen.</translation>
    </message>
    <message>
        <source>No single nutrient more in the medium rescues it.</source>
        <translation>Kein einzelner weiterer Nährstoff im Medium rettet ihn.</translation>
    </message>
    <message>
        <source>the least total flux of the wild type could not be computed: the numbers of the model are too far apart for the solver</source>
        <translation>der kleinste Gesamtfluss des Wildtyps ließ sich nicht berechnen: Die Zahlen des Modells liegen für den Löser zu weit auseinander</translation>
    </message>
    <message>
        <source>as the cell has it</source>
        <translation>wie in der Zelle</translation>
    </message>
    <message>
        <source>minimal glucose</source>
        <translation>Minimalmedium mit Glukose</translation>
    </message>
    <message>
        <source>anaerobic</source>
        <translation>anaerob</translation>
    </message>
    <message>
        <source>rich</source>
        <translation>Vollmedium</translation>
    </message>
    <message>
        <source>Write the medium as a table with the columns reaction and uptake.</source>
        <translation>Das Medium als Tabelle mit den Spalten reaction und uptake schreiben.</translation>
    </message>
    <message>
        <source>glucose</source>
        <translation>Glukose</translation>
    </message>
    <message>
        <source>oxygen</source>
        <translation>Sauerstoff</translation>
    </message>
    <message>
        <source>there is no medium of this name</source>
        <translation>es gibt kein Medium dieses Namens</translation>
    </message>
    <message>
        <source>every cell has a medium of this name</source>
        <translation>ein Medium dieses Namens hat jede Zelle</translation>
    </message>
    <message>
        <source>a medium cannot have this name</source>
        <translation>ein Medium kann nicht so heißen</translation>
    </message>
    <message>
        <source>Choose another name, of letters, digits, blanks and the signs _ . - and +.</source>
        <translation>Einen anderen Namen wählen, aus Buchstaben, Ziffern, Leerzeichen und den Zeichen _ . - und +.</translation>
    </message>
    <message>
        <source>there is no medium and no file of this name</source>
        <translation>es gibt kein Medium und keine Datei dieses Namens</translation>
    </message>
    <message>
        <source>Trying nutrients</source>
        <translation>Nährstoffe werden versucht</translation>
    </message>
    <message>
        <source>It should lie beside the program: install Knockscape again, or build the target knockscape_layout.</source>
        <translation>Er sollte neben dem Programm liegen: Knockscape neu installieren oder das Ziel knockscape_layout bauen.</translation>
    </message>
    <message>
        <source>it stopped unexpectedly</source>
        <translation>er endete unerwartet</translation>
    </message>
    <message>
        <source>Draw fewer reactions.</source>
        <translation>Weniger Reaktionen zeichnen.</translation>
    </message>
    <message>
        <source>There is no reaction to draw.</source>
        <translation>Es gibt keine Reaktion zu zeichnen.</translation>
    </message>
    <message>
        <source>Choose another pathway, or other genes.</source>
        <translation>Einen anderen Stoffwechselweg oder andere Gene wählen.</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>Die Karte wird gezeichnet</translation>
    </message>
    <message>
        <source>Choose a pathway for a map that shows more connections.</source>
        <translation>Für eine Karte mit mehr Verbindungen einen Stoffwechselweg wählen.</translation>
    </message>
    <message>
        <source>Drawing pathways</source>
        <translation>Stoffwechselwege werden gezeichnet</translation>
    </message>
    <message>
        <source>No reaction of this cell belongs to such a pathway.</source>
        <translation>Keine Reaktion dieser Zelle gehört zu einem solchen Stoffwechselweg.</translation>
    </message>
    <message>
        <source>Choose one of the model&apos;s pathways.</source>
        <translation>Einen der Stoffwechselwege des Modells wählen.</translation>
    </message>
    <message>
        <source>No metabolite and no gene of this cell has this name.</source>
        <translation>Kein Metabolit und kein Gen dieser Zelle hat diesen Namen.</translation>
    </message>
    <message>
        <source>This gene has no reaction in the metabolic model.</source>
        <translation>Dieses Gen hat im Stoffwechselmodell keine Reaktion.</translation>
    </message>
    <message>
        <source>Choose a gene of the model, or a metabolite.</source>
        <translation>Ein Gen des Modells oder einen Metaboliten wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 parts of the map were left out: %2.</source>
        <translation>
            <numerusform>%1 Teil der Karte wurde weggelassen: %2.</numerusform>
            <numerusform>%1 Teile der Karte wurden weggelassen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>The metabolic model knows none of the deleted genes: it says nothing about %1.</source>
        <translation>Das Stoffwechselmodell kennt keines der gelöschten Gene: Es sagt nichts über %1.</translation>
    </message>
    <message>
        <source>No growth of %1 could be shown to be right.</source>
        <translation>Für %1 ließ sich kein Wachstum als richtig nachweisen.</translation>
    </message>
    <message>
        <source>%1 cannot live: what it must spend on %2 cannot be had.</source>
        <translation>%1 kann nicht leben: Was für %2 ausgegeben werden muss, ist nicht zu haben.</translation>
    </message>
    <message>
        <source>%1 does not grow.</source>
        <translation>%1 wächst nicht.</translation>
    </message>
    <message>
        <source>%1 hardly grows: %2 per hour, %3 % of the wild type.</source>
        <translation>%1 wächst kaum: %2 je Stunde, %3 % des Wildtyps.</translation>
    </message>
    <message>
        <source>%1 grows at %2 per hour, %3 % of the wild type.</source>
        <translation>%1 wächst mit %2 je Stunde, %3 % des Wildtyps.</translation>
    </message>
    <message>
        <source>%1 grows like the wild type, at %2 per hour.</source>
        <translation>%1 wächst wie der Wildtyp, mit %2 je Stunde.</translation>
    </message>
    <message>
        <source>Growth needs this for: %1.</source>
        <translation>Das Wachstum braucht dies für: %1.</translation>
    </message>
    <message>
        <source>%1 (%2 per hour)</source>
        <translation>%1 (%2 je Stunde)</translation>
    </message>
    <message>
        <source>It would grow with %1 in the medium.</source>
        <translation>Mit %1 im Medium würde er wachsen.</translation>
    </message>
    <message>
        <source>In the medium, %1 rescues it.</source>
        <translation>Im Medium rettet %1 ihn.</translation>
    </message>
    <message numerus="yes">
        <source>%1 more</source>
        <translation>
            <numerusform>%1 weiterer</numerusform>
            <numerusform>%1 weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 cannot be made from this medium.</source>
        <translation>
            <numerusform>%2 kann aus diesem Medium nicht hergestellt werden.</numerusform>
            <numerusform>%2 können aus diesem Medium nicht hergestellt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 can be made only if by-products pile up that have nowhere to go.</source>
        <translation>
            <numerusform>%2 kann nur hergestellt werden, wenn sich Nebenprodukte ohne Abfluss anhäufen.</numerusform>
            <numerusform>%2 können nur hergestellt werden, wenn sich Nebenprodukte ohne Abfluss anhäufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 cannot be made: the route is blocked, at %3.</source>
        <translation>
            <numerusform>%2 kann nicht hergestellt werden: Der Weg ist blockiert, bei %3.</numerusform>
            <numerusform>%2 können nicht hergestellt werden: Der Weg ist blockiert, bei %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 cannot be made: both routes are blocked, at %3.</source>
        <translation>
            <numerusform>%2 kann nicht hergestellt werden: Beide Wege sind blockiert, bei %3.</numerusform>
            <numerusform>%2 können nicht hergestellt werden: Beide Wege sind blockiert, bei %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 cannot be made: all %4 routes are blocked, at %3.</source>
        <translation>
            <numerusform>%2 kann nicht hergestellt werden: Alle %4 Wege sind blockiert, bei %3.</numerusform>
            <numerusform>%2 können nicht hergestellt werden: Alle %4 Wege sind blockiert, bei %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 cannot be made: several steps are blocked at once, at %3.</source>
        <translation>
            <numerusform>%2 kann nicht hergestellt werden: Mehrere Schritte sind zugleich blockiert, bei %3.</numerusform>
            <numerusform>%2 können nicht hergestellt werden: Mehrere Schritte sind zugleich blockiert, bei %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>the cell has no exchange reaction of %1 that could be recognised</source>
        <translation>die Zelle hat keine erkennbare Austauschreaktion für %1</translation>
    </message>
    <message>
        <source>Media of every cell: %1.</source>
        <translation>Medien jeder Zelle: %1.</translation>
    </message>
    <message>
        <source>Media of this cell: %1.</source>
        <translation>Medien dieser Zelle: %1.</translation>
    </message>
    <message>
        <source>The layout helper could not be started (%1).</source>
        <translation>Der Layout-Helfer ließ sich nicht starten (%1).</translation>
    </message>
    <message>
        <source>it took longer than %1 s and was stopped</source>
        <translation>er brauchte länger als %1 s und wurde beendet</translation>
    </message>
    <message>
        <source>The map could not be laid out (%1).</source>
        <translation>Die Karte ließ sich nicht anordnen (%1).</translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions do not fit one map that can be read; they are on %2.</source>
        <translation>
            <numerusform>%1 Reaktion passt nicht auf eine lesbare Karte; sie ist auf %2.</numerusform>
            <numerusform>%1 Reaktionen passen nicht auf eine lesbare Karte; sie sind auf %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Did you mean: %1?</source>
        <translation>Meinten Sie: %1?</translation>
    </message>
    <message>
        <source>How far off predictions are</source>
        <translation>Wie weit Vorhersagen danebenliegen</translation>
    </message>
    <message>
        <source>How far off the mean of its ensemble is</source>
        <translation>Wie weit der Mittelwert ihres Ensembles danebenliegt</translation>
    </message>
    <message>
        <source>No interval: the model file does not say how far its predictions are off. “model calibrate” measures it on labels, or train the model again.</source>
        <translation>Kein Intervall: Die Modelldatei sagt nicht, wie weit ihre Vorhersagen danebenliegen. „model calibrate“ misst es an Labels, oder das Modell neu trainieren.</translation>
    </message>
    <message>
        <source>No interval: nobody measured how far the mean of these models is off. “model calibrate” measures it on labels for all of them together.</source>
        <translation>Kein Intervall: Niemand hat gemessen, wie weit der Mittelwert dieser Modelle danebenliegt. „model calibrate“ misst es an Labels für alle zusammen.</translation>
    </message>
    <message>
        <source>fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>fitness and interaction</source>
        <translation>Fitness und Interaktion</translation>
    </message>
    <message>
        <source>Ranked by epistasis: simulated fitness less the product of the simulated singles.</source>
        <translation>Geordnet nach Epistase: simulierte Fitness minus Produkt der simulierten Einzeldeletionen.</translation>
    </message>
    <message>
        <source>Simulated growth has no interaction score.</source>
        <translation>Simuliertes Wachstum hat keinen Interaktionswert.</translation>
    </message>
    <message>
        <source>Use epistasis: simulated fitness less expected fitness.</source>
        <translation>Stattdessen epistasis verwenden: simulierte Fitness minus erwartete Fitness.</translation>
    </message>
    <message>
        <source>no growth could be shown to be right</source>
        <translation>kein Wachstum ließ sich als richtig nachweisen</translation>
    </message>
    <message>
        <source>Checking labels</source>
        <translation>Labels werden geprüft</translation>
    </message>
    <message>
        <source>rows without a source</source>
        <translation>Zeilen ohne Quelle</translation>
    </message>
    <message>
        <source>Held-out values of one can be worked out from the others, so figures on them prove nothing. Find out which were measured, and leave out the rest.</source>
        <translation>Zurückgehaltene Werte lassen sich aus den anderen ausrechnen, Kennzahlen darauf beweisen also nichts. Herausfinden, welche gemessen wurden, und den Rest weglassen.</translation>
    </message>
    <message>
        <source>Such a genotype counts several times, in training and in the figures. Keep one row of each, such as the mean.</source>
        <translation>Ein solcher Genotyp zählt mehrfach, im Training und in den Kennzahlen. Von jedem eine Zeile behalten, etwa den Mittelwert.</translation>
    </message>
    <message>
        <source>Such a feature is the label under another name, so figures on held-out rows prove nothing. Import the cell without it.</source>
        <translation>Ein solches Merkmal ist das Label unter anderem Namen, Kennzahlen auf zurückgehaltenen Zeilen beweisen also nichts. Die Zelle ohne dieses Merkmal importieren.</translation>
    </message>
    <message>
        <source>Give other labels, whose genotypes they were not trained on, or train with some rows held out (test_fraction).</source>
        <translation>Andere Labels angeben, auf deren Genotypen sie nicht trainiert wurden, oder mit zurückgehaltenen Zeilen trainieren (test_fraction).</translation>
    </message>
    <message>
        <source>%1: not validated</source>
        <translation>%1: nicht validiert</translation>
    </message>
    <message>
        <source>%1: r %2 on %3 that trained nothing</source>
        <translation>%1: r %2 an %3, die nichts trainierten</translation>
    </message>
    <message>
        <source>%1: r %2 (%3 to %4) on %5 that trained nothing</source>
        <translation>%1: r %2 (%3 bis %4) an %5, die nichts trainierten</translation>
    </message>
    <message>
        <source>r %1 (%2 to %3) on %4</source>
        <translation>r %1 (%2 bis %3) an %4</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1; %2 % of them in their intervals, which are %3 wide</source>
        <translation>%1; %2 % davon in ihren Intervallen, die %3 breit sind</translation>
    </message>
    <message>
        <source>No interval (%1): no training genotype held one of these genes, and too few such %2 were measured beside the training to say how far off predictions of them are.</source>
        <translation>Kein Intervall (%1): Kein Trainingsgenotyp enthielt eines dieser Gene, und zu wenige solche %2 wurden neben dem Training gemessen, um zu sagen, wie weit Vorhersagen danebenliegen.</translation>
    </message>
    <message>
        <source>No interval (%1): training hardly saw one of these genes, and too few such %2 were measured beside it to say how far off predictions of them are.</source>
        <translation>Kein Intervall (%1): Das Training sah eines dieser Gene kaum, und zu wenige solche %2 wurden daneben gemessen, um zu sagen, wie weit Vorhersagen danebenliegen.</translation>
    </message>
    <message>
        <source>No interval (%1): too few %2 were measured beside the training to say how far off predictions of them are.</source>
        <translation>Kein Intervall (%1): Zu wenige %2 wurden neben dem Training gemessen, um zu sagen, wie weit Vorhersagen danebenliegen.</translation>
    </message>
    <message numerus="yes">
        <source>The same holds for %1 more.</source>
        <translation>
            <numerusform>Dasselbe gilt für %1 weiteren Fall.</numerusform>
            <numerusform>Dasselbe gilt für %1 weitere Fälle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: interactions of %3 are a weighted sum of those of %4 (R² %5 over %1 shared partners).</source>
        <translation>
            <numerusform>%2: Die Interaktionen von %3 sind eine gewichtete Summe derer von %4 (R² %5 über %1 gemeinsamen Partner).</numerusform>
            <numerusform>%2: Die Interaktionen von %3 sind eine gewichtete Summe derer von %4 (R² %5 über %1 gemeinsame Partner).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: %1 genotypes have several rows (the first: %3).</source>
        <translation>
            <numerusform>%2: %1 Genotyp hat mehrere Zeilen (der erste: %3).</numerusform>
            <numerusform>%2: %1 Genotypen haben mehrere Zeilen (der erste: %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows are copies of others.</source>
        <translation>
            <numerusform>%1 Zeile ist die Kopie einer anderen.</numerusform>
            <numerusform>%1 Zeilen sind Kopien anderer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: fitness (deleted genes: %3) can be told from column %4 of the cell&apos;s features (R² %5 over %1 rows).</source>
        <translation>
            <numerusform>%2: Die Fitness (deletierte Gene: %3) lässt sich aus Spalte %4 der Merkmale der Zelle ablesen (R² %5 über %1 Zeile).</numerusform>
            <numerusform>%2: Die Fitness (deletierte Gene: %3) lässt sich aus Spalte %4 der Merkmale der Zelle ablesen (R² %5 über %1 Zeilen).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: interactions (deleted genes: %3) can be told from column %4 of the cell&apos;s features (R² %5 over %1 rows).</source>
        <translation>
            <numerusform>%2: Die Interaktionen (deletierte Gene: %3) lassen sich aus Spalte %4 der Merkmale der Zelle ablesen (R² %5 über %1 Zeile).</numerusform>
            <numerusform>%2: Die Interaktionen (deletierte Gene: %3) lassen sich aus Spalte %4 der Merkmale der Zelle ablesen (R² %5 über %1 Zeilen).</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 of these rows were not used to train these models; at least %2 are needed to say how far off predictions are.</source>
        <translation>Nur %1 dieser Zeilen wurden nicht zum Training dieser Modelle benutzt; mindestens %2 sind nötig, um zu sagen, wie weit Vorhersagen danebenliegen.</translation>
    </message>
    <message>
        <source>A plan needs a model: open one first.</source>
        <translation>Ein Plan braucht ein Modell: öffnen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>None of the interactions could be read.</source>
        <translation>Keine der Interaktionen konnte gelesen werden.</translation>
    </message>
    <message>
        <source>What was left out says why.</source>
        <translation>Was ausgelassen wurde, sagt warum.</translation>
    </message>
    <message>
        <source>Write the genotypes in one column “knockouts”, such as ADE2;URA3, or keep one column.</source>
        <translation>Schreiben Sie die Genotypen in eine Spalte „knockouts“, etwa ADE2;URA3, oder behalten Sie nur eine Spalte.</translation>
    </message>
    <message>
        <source>Leave the name that is meant.</source>
        <translation>Lassen Sie den Namen stehen, der gemeint ist.</translation>
    </message>
    <message>
        <source>The row names no gene.</source>
        <translation>Die Zeile nennt kein Gen.</translation>
    </message>
    <message>
        <source>Leaving out evidence</source>
        <translation>Belege werden weggelassen</translation>
    </message>
    <message>
        <source>Comparing genes</source>
        <translation>Gene werden verglichen</translation>
    </message>
    <message>
        <source>Probabilities come from the model&apos;s calibrated intervals.</source>
        <translation>Die Wahrscheinlichkeiten stammen aus den kalibrierten Intervallen des Modells.</translation>
    </message>
    <message>
        <source>The model has no calibrated intervals: probabilities take the same error for all genotypes, that of its validation rows. “model calibrate” gives each its own.</source>
        <translation>Das Modell hat keine kalibrierten Intervalle: die Wahrscheinlichkeiten nehmen für alle Genotypen denselben Fehler an, den seiner Validierungszeilen. „model calibrate“ gibt jedem seinen eigenen.</translation>
    </message>
    <message>
        <source>These models have neither calibrated intervals nor recorded errors: probabilities come from the spread of the models, which is no error and makes them too sure. Calibrate the models first (“model calibrate”).</source>
        <translation>Diese Modelle haben weder kalibrierte Intervalle noch aufgezeichnete Fehler: die Wahrscheinlichkeiten stammen aus der Streuung der Modelle, die kein Fehler ist und sie zu sicher macht. Kalibrieren Sie die Modelle zuerst („model calibrate“).</translation>
    </message>
    <message>
        <source>The model does not say how far off its interactions are: there is no probability of a hit. Calibrate it first (“model calibrate”).</source>
        <translation>Das Modell sagt nicht, wie weit seine Interaktionen danebenliegen: es gibt keine Wahrscheinlichkeit eines Treffers. Kalibrieren Sie es zuerst („model calibrate“).</translation>
    </message>
    <message>
        <source>Name a new file; training takes several label files.</source>
        <translation>Nennen Sie eine neue Datei; das Training nimmt mehrere.</translation>
    </message>
    <message>
        <source>it is compressed or in another encoding than UTF-8.</source>
        <translation>sie ist komprimiert oder in einer anderen Kodierung als UTF-8.</translation>
    </message>
    <message>
        <source>The labels did not read back as they were written; the old file is untouched.</source>
        <translation>Die Messwerte ließen sich nicht so zurücklesen, wie sie geschrieben wurden; die alte Datei ist unberührt.</translation>
    </message>
    <message>
        <source>It remembers the rounds of planning. Mend it, or move it away to begin anew.</source>
        <translation>Sie merkt sich die Runden der Planung. Bringen Sie sie in Ordnung, oder legen Sie sie beiseite, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>It has no wild type that grows: its wells are left out.</source>
        <translation>Sie hat keinen Wildtyp, der wächst: ihre Näpfe bleiben außen vor.</translation>
    </message>
    <message>
        <source>Fill in its wild types, or write fitness relative to wild type into the column fitness.</source>
        <translation>Tragen Sie ihre Wildtypen ein, oder schreiben Sie die Fitness relativ zum Wildtyp in die Spalte fitness.</translation>
    </message>
    <message>
        <source>No strain has a fitness.</source>
        <translation>Kein Stamm hat eine Fitness.</translation>
    </message>
    <message>
        <source>“measure --again” adds it once more.</source>
        <translation>„measure --again“ fügt es noch einmal an.</translation>
    </message>
    <message>
        <source>Choosing genotypes</source>
        <translation>Genotypen werden gewählt</translation>
    </message>
    <message>
        <source>Looking at genotypes</source>
        <translation>Genotypen werden angesehen</translation>
    </message>
    <message>
        <source>Write find, learn, test, mixture, or weights such as “find=1,learn=0.2”.</source>
        <translation>Schreiben Sie find, learn, test, mixture oder Gewichte wie „find=1,learn=0.2“.</translation>
    </message>
    <message>
        <source>find</source>
        <translation>finden</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>lernen</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>a plan of Knockscape (plan.json)</source>
        <translation>ein Plan von Knockscape (plan.json)</translation>
    </message>
    <message>
        <source>Name the folder that “plan” wrote.</source>
        <translation>Nennen Sie den Ordner, den „plan“ geschrieben hat.</translation>
    </message>
    <message>
        <source>in the freezer</source>
        <translation>im Gefrierschrank</translation>
    </message>
    <message>
        <source>to build</source>
        <translation>zu bauen</translation>
    </message>
    <message>
        <source>Positions of these genes are not known: see whether they are linked before you cross them.</source>
        <translation>Die Positionen dieser Gene sind nicht bekannt: sehen Sie nach, ob sie gekoppelt sind, bevor Sie sie kreuzen.</translation>
    </message>
    <message>
        <source>The prediction lies outside the range of what was measured.</source>
        <translation>Die Vorhersage liegt außerhalb des Bereichs des Gemessenen.</translation>
    </message>
    <message>
        <source>Reasons for each genotype of the plan</source>
        <translation>Gründe für jeden Genotyp des Plans</translation>
    </message>
    <message>
        <source>No other choice within the budget is worth more: every one was looked at or ruled out.</source>
        <translation>Keine andere Wahl innerhalb des Budgets ist mehr wert: jede wurde angesehen oder ausgeschlossen.</translation>
    </message>
    <message>
        <source>There is no genotype to plan.</source>
        <translation>Es gibt keinen Genotyp zu planen.</translation>
    </message>
    <message>
        <source>Disagreement: model against the other evaluator.</source>
        <translation>Widerspruch: Modell gegen den anderen Auswerter.</translation>
    </message>
    <message>
        <source>Disagreement: spread of the models of the ensemble.</source>
        <translation>Widerspruch: Streuung der Modelle des Ensembles.</translation>
    </message>
    <message>
        <source>Only candidates that were kept were compared; the bound does not cover disagreements of others.</source>
        <translation>Nur behaltene Kandidaten wurden verglichen; die Schranke umfasst Widersprüche der anderen nicht.</translation>
    </message>
    <message>
        <source>The cell has no positions of genes (annotations chromosome, start, end): linked pairs could not be left out.</source>
        <translation>Die Zelle hat keine Positionen der Gene (Anmerkungen chromosome, start, end): gekoppelte Paare konnten nicht ausgeschlossen werden.</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Planung wird nachgespielt</translation>
    </message>
    <message>
        <source>WT</source>
        <translation>WT</translation>
    </message>
    <message>
        <source>single</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>triple</source>
        <translation>Tripel</translation>
    </message>
    <message>
        <source>wild type at the edge</source>
        <translation>Wildtyp am Rand</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>Leerwert</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Write what was measured into the column fitness, or one called value, growth, size, area or OD.</source>
        <translation>Schreiben Sie das Gemessene in die Spalte fitness oder eine namens value, growth, size, area oder OD.</translation>
    </message>
    <message>
        <source>Nothing says which strain a row is.</source>
        <translation>Nichts sagt, welcher Stamm eine Zeile ist.</translation>
    </message>
    <message>
        <source>Keep the column knockouts, or plate and well.</source>
        <translation>Lassen Sie die Spalte knockouts stehen, oder plate und well.</translation>
    </message>
    <message>
        <source>No well has a value.</source>
        <translation>Kein Napf hat einen Wert.</translation>
    </message>
    <message>
        <source>Write a number, or leave the cell empty and use the column note.</source>
        <translation>Schreiben Sie eine Zahl, oder lassen Sie die Zelle leer und nutzen Sie die Spalte note.</translation>
    </message>
    <message>
        <source>Fill in knockouts, or plate and well.</source>
        <translation>Füllen Sie knockouts aus, oder plate und well.</translation>
    </message>
    <message>
        <source>Delete one row where the same measurement was pasted twice.</source>
        <translation>Löschen Sie eine der Zeilen, wenn dieselbe Messung zweimal eingefügt wurde.</translation>
    </message>
    <message>
        <source>a plate sheet (save a spreadsheet as CSV)</source>
        <translation>ein Plattenblatt (speichern Sie eine Tabelle als CSV)</translation>
    </message>
    <message>
        <source>Such plates have no well for a strain.</source>
        <translation>Solche Platten haben keinen Platz für einen Stamm.</translation>
    </message>
    <message>
        <source>Take 96 or 384 wells, one replicate or more, and fewer controls.</source>
        <translation>Nehmen Sie 96 oder 384 Näpfe, mindestens ein Replikat und weniger Kontrollen.</translation>
    </message>
    <message>
        <source>Name labels with measured values, so that strains whose fitness is known need not be built.</source>
        <translation>Nennen Sie gemessene Werte, damit Stämme mit bekannter Fitness nicht gebaut werden müssen.</translation>
    </message>
    <message>
        <source>The wild type has fitness 1 by definition. Delete genes.</source>
        <translation>Der Wildtyp hat nach Definition die Fitness 1. Deletieren Sie Gene.</translation>
    </message>
    <message>
        <source>What training folded into the learned vectors of genes stays in these numbers: the model file does not keep it apart, or the cell has changed since. Train the model anew to take it out as well.</source>
        <translation>Was das Training in die gelernten Vektoren der Gene aufgenommen hat, bleibt in diesen Zahlen: Die Modelldatei hält es nicht getrennt fest, oder die Zelle ist seither eine andere. Trainieren Sie das Modell neu, um auch das wegzulassen.</translation>
    </message>
    <message>
        <source>The metabolic model knows none of the deleted genes: simulation says nothing.</source>
        <translation>Das Stoffwechselmodell kennt keines der deletierten Gene: Die Simulation sagt nichts.</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>What each gene and each set of them contributes</source>
        <translation>Was jedes Gen und jede Menge von ihnen beiträgt</translation>
    </message>
    <message>
        <source>Nearest measured genotypes</source>
        <translation>Nächste gemessene Genotypen</translation>
    </message>
    <message>
        <source>Which evidence carries it (recomputed without each)</source>
        <translation>Welche Belege sie tragen (ohne jeden neu gerechnet)</translation>
    </message>
    <message>
        <source>What they share</source>
        <translation>Was sie gemeinsam haben</translation>
    </message>
    <message>
        <source>What simulation says</source>
        <translation>Was die Simulation sagt</translation>
    </message>
    <message>
        <source>the genes&apos; features</source>
        <translation>die Merkmale der Gene</translation>
    </message>
    <message>
        <source>same complex</source>
        <translation>gleicher Komplex</translation>
    </message>
    <message>
        <source>same partner</source>
        <translation>gleicher Partner</translation>
    </message>
    <message>
        <source>same pathway</source>
        <translation>gleicher Stoffwechselweg</translation>
    </message>
    <message>
        <source>nearest in the model</source>
        <translation>am nächsten im Modell</translation>
    </message>
    <message>
        <source>The columns “%1” and “%2” both hold genes: the rows may be single genes or pairs.</source>
        <translation>Die Spalten „%1“ und „%2“ enthalten beide Gene: Die Zeilen können einzelne Gene oder Paare sein.</translation>
    </message>
    <message>
        <source>“%1” is %2, but “%3” in the same row is %4.</source>
        <translation>„%1“ ist %2, aber „%3“ in derselben Zeile ist %4.</translation>
    </message>
    <message>
        <source>The genes are read from the column “%1”, one genotype a row.</source>
        <translation>Die Gene werden aus der Spalte „%1“ gelesen, ein Genotyp je Zeile.</translation>
    </message>
    <message>
        <source>Measurements cannot be added to this table: %1</source>
        <translation>An diese Tabelle lassen sich keine Messungen anfügen: %1</translation>
    </message>
    <message>
        <source>it has no column %1.</source>
        <translation>sie hat keine Spalte %1.</translation>
    </message>
    <message>
        <source>plate %1</source>
        <translation>Platte %1</translation>
    </message>
    <message>
        <source>This very sheet was added to the labels already (%1).</source>
        <translation>Genau dieses Blatt wurde den Messwerten schon angefügt (%1).</translation>
    </message>
    <message>
        <source>Inside their 90 % interval: %1 of %2.</source>
        <translation>In ihrem 90-%-Intervall: %1 von %2.</translation>
    </message>
    <message>
        <source>Predicted against measured: r %1.</source>
        <translation>Vorhergesagt gegen gemessen: r %1.</translation>
    </message>
    <message>
        <source>To train on what is known now: %1</source>
        <translation>Um mit dem jetzigen Wissen zu trainieren: %1</translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 planned genotypes answered; hits: %3, expected: %4.</source>
        <translation>
            <numerusform>%2 von %1 geplanten Genotyp beantwortet; Treffer: %3, erwartet: %4.</numerusform>
            <numerusform>%2 von %1 geplanten Genotypen beantwortet; Treffer: %3, erwartet: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes lack strains that were not measured.</source>
        <translation>
            <numerusform>%1 Genotyp fehlen Stämme, die nicht gemessen wurden.</numerusform>
            <numerusform>%1 Genotypen fehlen Stämme, die nicht gemessen wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows added to the labels, and read back.</source>
        <translation>
            <numerusform>%1 Zeile den Messwerten angefügt und zurückgelesen.</numerusform>
            <numerusform>%1 Zeilen den Messwerten angefügt und zurückgelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder cannot be made: %1</source>
        <translation>Der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>“%1” is no goal of a plan.</source>
        <translation>„%1“ ist kein Ziel eines Plans.</translation>
    </message>
    <message>
        <source>genes of this cell (%1 is none)</source>
        <translation>Gene dieser Zelle (%1 ist keines)</translation>
    </message>
    <message>
        <source>Predicted interaction %1, fitness %2 where independent effects would give %3.</source>
        <translation>Vorhergesagte Interaktion %1, Fitness %2, wo unabhängige Wirkungen %3 ergäben.</translation>
    </message>
    <message>
        <source>The measured interaction is expected between %1 and %2 (90 % interval).</source>
        <translation>Die gemessene Interaktion wird zwischen %1 und %2 erwartet (90-%-Intervall).</translation>
    </message>
    <message>
        <source>Probability of a hit (interaction %1): %2 %.</source>
        <translation>Wahrscheinlichkeit eines Treffers (Interaktion %1): %2 %.</translation>
    </message>
    <message>
        <source>Of genotypes chosen at random about %1 % were hits in validation.</source>
        <translation>Von zufällig gewählten Genotypen waren in der Validierung etwa %1 % Treffer.</translation>
    </message>
    <message>
        <source>measured: %1</source>
        <translation>gemessen: %1</translation>
    </message>
    <message>
        <source>Strains: %1.</source>
        <translation>Stämme: %1.</translation>
    </message>
    <message>
        <source>Nearest two genes on one chromosome: %1 kb apart; a cross separates them less often than unlinked ones.</source>
        <translation>Die nächsten zwei Gene auf einem Chromosom liegen %1 kb auseinander; eine Kreuzung trennt sie seltener als ungekoppelte.</translation>
    </message>
    <message>
        <source>%1 is essential: build it as a hypomorph. The prediction is of its deletion.</source>
        <translation>%1 ist essenziell: bauen Sie es als Hypomorph. Die Vorhersage gilt seiner Deletion.</translation>
    </message>
    <message>
        <source>Measuring it tells %1 nats about the candidates beyond those before it (standard deviation of its value: %2).</source>
        <translation>Seine Messung sagt %1 Nat über die Kandidaten, über die vor ihm hinaus (Standardabweichung seines Werts: %2).</translation>
    </message>
    <message>
        <source>The other evaluator says %1: they differ by %2.</source>
        <translation>Der andere Auswerter sagt %1: sie weichen um %2 voneinander ab.</translation>
    </message>
    <message>
        <source>Spread of the models: %1 (no error).</source>
        <translation>Streuung der Modelle: %1 (kein Fehler).</translation>
    </message>
    <message>
        <source>What predicted interactions are worth: %1.</source>
        <translation>Was vorhergesagte Interaktionen wert sind: %1.</translation>
    </message>
    <message numerus="yes">
        <source>to build; shared by %1 genotypes</source>
        <translation>
            <numerusform>zu bauen; geteilt von %1 Genotyp</numerusform>
            <numerusform>zu bauen; geteilt von %1 Genotypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 training genotypes held its least trained gene.</source>
        <translation>
            <numerusform>%1 Trainingsgenotyp enthielt sein am wenigsten trainiertes Gen.</numerusform>
            <numerusform>%1 Trainingsgenotypen enthielten sein am wenigsten trainiertes Gen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen greedily: worth %1; no choice within the budget is worth more than %2, so this one reaches at least %3 % of the best.</source>
        <translation>Schrittweise gewählt: %1 wert; keine Wahl innerhalb des Budgets ist mehr wert als %2, diese erreicht also mindestens %3 % der besten.</translation>
    </message>
    <message>
        <source>Expected hits (interaction %1): %2.</source>
        <translation>Erwartete Treffer (Interaktion %1): %2.</translation>
    </message>
    <message>
        <source>Expected uncertainty over all candidates (mean standard deviation): %1 before, %2 after.</source>
        <translation>Erwartete Unsicherheit über alle Kandidaten (mittlere Standardabweichung): vorher %1, nachher %2.</translation>
    </message>
    <message>
        <source>Of %1 candidates the %2 that are worth most by themselves were chosen from; the bound counts the others too.</source>
        <translation>Von %1 Kandidaten wurde unter den %2 gewählt, die für sich am meisten wert sind; die Schranke zählt die anderen mit.</translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes have no predicted interaction (only pairs and triples that the model learnt have one).</source>
        <translation>
            <numerusform>%1 Genotyp hat keine vorhergesagte Interaktion (nur Paare und Tripel, die das Modell gelernt hat, haben eine).</numerusform>
            <numerusform>%1 Genotypen haben keine vorhergesagte Interaktion (nur Paare und Tripel, die das Modell gelernt hat, haben eine).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes left out: their interactions are measured already.</source>
        <translation>
            <numerusform>%1 Genotyp bleibt außen vor: seine Interaktion ist schon gemessen.</numerusform>
            <numerusform>%1 Genotypen bleiben außen vor: ihre Interaktionen sind schon gemessen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes left out: they delete an essential gene.</source>
        <translation>
            <numerusform>%1 Genotyp bleibt außen vor: er deletiert ein essenzielles Gen.</numerusform>
            <numerusform>%1 Genotypen bleiben außen vor: sie deletieren ein essenzielles Gen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes left out: two of their genes are linked.</source>
        <translation>
            <numerusform>%1 Genotyp bleibt außen vor: zwei seiner Gene sind gekoppelt.</numerusform>
            <numerusform>%1 Genotypen bleiben außen vor: zwei ihrer Gene sind gekoppelt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes left out: they lack training support.</source>
        <translation>
            <numerusform>%1 Genotyp bleibt außen vor: ihm fehlt Rückhalt im Training.</numerusform>
            <numerusform>%1 Genotypen bleiben außen vor: ihnen fehlt Rückhalt im Training.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes left out: nothing says how far off their predictions are.</source>
        <translation>
            <numerusform>%1 Genotyp bleibt außen vor: nichts sagt, wie weit seine Vorhersage danebenliegt.</numerusform>
            <numerusform>%1 Genotypen bleiben außen vor: nichts sagt, wie weit ihre Vorhersagen danebenliegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes answered by %2.</source>
        <translation>
            <numerusform>%1 Genotyp beantwortet durch %2.</numerusform>
            <numerusform>%1 Genotypen beantwortet durch %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 strains to build</source>
        <translation>
            <numerusform>%1 zu bauenden Stamm</numerusform>
            <numerusform>%1 zu bauende Stämme</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few pairs have an interaction for a replay (%1).</source>
        <translation>Zu wenige Paare haben eine Interaktion, um Planung nachzuspielen (%1).</translation>
    </message>
    <message>
        <source>Some more than %1 are needed.</source>
        <translation>Etwas mehr als %1 sind nötig.</translation>
    </message>
    <message>
        <source>replicate %1</source>
        <translation>Replikat %1</translation>
    </message>
    <message>
        <source>Plate %1 of %2 (seed %3)</source>
        <translation>Platte %1 von %2 (Startwert %3)</translation>
    </message>
    <message>
        <source>Fill the column %1 in.</source>
        <translation>Füllen Sie die Spalte %1 aus.</translation>
    </message>
    <message>
        <source>Columns that are not read: %1</source>
        <translation>Spalten, die nicht gelesen werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 wells have no value: they do not count.</source>
        <translation>
            <numerusform>%1 Napf hat keinen Wert: er zählt nicht.</numerusform>
            <numerusform>%1 Näpfe haben keinen Wert: sie zählen nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wells hold no number: they do not count.</source>
        <translation>
            <numerusform>%1 Napf enthält keine Zahl: er zählt nicht.</numerusform>
            <numerusform>%1 Näpfe enthalten keine Zahl: sie zählen nicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows name neither a strain nor a well of the plan: left out.</source>
        <translation>
            <numerusform>%1 Zeile nennt weder einen Stamm noch einen Napf des Plans: sie bleibt außen vor.</numerusform>
            <numerusform>%1 Zeilen nennen weder einen Stamm noch einen Napf des Plans: sie bleiben außen vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wells hold other strains than planned; the sheet counts.</source>
        <translation>
            <numerusform>%1 Napf enthält einen anderen Stamm als geplant; das Blatt gilt.</numerusform>
            <numerusform>%1 Näpfe enthalten andere Stämme als geplant; das Blatt gilt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wells stand twice; all rows count as replicates.</source>
        <translation>
            <numerusform>%1 Napf steht zweimal da; beide Zeilen gelten als Replikate.</numerusform>
            <numerusform>%1 Näpfe stehen zweimal da; alle Zeilen gelten als Replikate.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 planned wells are not in the sheet: %2</source>
        <translation>
            <numerusform>%1 geplanter Napf steht nicht im Blatt: %2</numerusform>
            <numerusform>%1 geplante Näpfe stehen nicht im Blatt: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows were simulated: they do not count as measured.</source>
        <translation>
            <numerusform>%1 Zeile wurde simuliert: sie gilt nicht als gemessen.</numerusform>
            <numerusform>%1 Zeilen wurden simuliert: sie gelten nicht als gemessen.</numerusform>
        </translation>
    </message>
    <message>
        <source> (90 % interval %1 to %2)</source>
        <translation> (90-%-Intervall %1 bis %2)</translation>
    </message>
    <message>
        <source>Model and measurement disagree: fitness %1 is predicted, %2 was measured, outside of the 90 % interval.</source>
        <translation>Modell und Messung widersprechen sich: Vorhergesagt ist die Fitness %1, gemessen wurde %2, außerhalb des 90-%-Intervalls.</translation>
    </message>
    <message>
        <source>Model and measurement disagree: interaction %1 is predicted, %2 was measured, outside of the 90 % interval.</source>
        <translation>Modell und Messung widersprechen sich: Vorhergesagt ist die Interaktion %1, gemessen wurde %2, außerhalb des 90-%-Intervalls.</translation>
    </message>
    <message>
        <source>Model and simulation disagree: the model predicts fitness %1, in flux balance it does not grow (%2).</source>
        <translation>Modell und Simulation widersprechen sich: Das Modell sagt die Fitness %1 vorher, in der Flussbilanz wächst es nicht (%2).</translation>
    </message>
    <message>
        <source>Model and simulation disagree: the model predicts fitness %1, in flux balance it grows (%2).</source>
        <translation>Modell und Simulation widersprechen sich: Das Modell sagt die Fitness %1 vorher, in der Flussbilanz wächst es (%2).</translation>
    </message>
    <message>
        <source>Simulation and measurement disagree: in flux balance it does not grow (%1), fitness %2 was measured.</source>
        <translation>Simulation und Messung widersprechen sich: In der Flussbilanz wächst es nicht (%1), gemessen wurde die Fitness %2.</translation>
    </message>
    <message>
        <source>Simulation and measurement disagree: in flux balance it grows (%1), fitness %2 was measured.</source>
        <translation>Simulation und Messung widersprechen sich: In der Flussbilanz wächst es (%1), gemessen wurde die Fitness %2.</translation>
    </message>
    <message>
        <source>%1: fitness %2%3, where independent effects would give %4.</source>
        <translation>%1: Fitness %2%3; unabhängige Wirkungen ergäben %4.</translation>
    </message>
    <message>
        <source>Interaction %1%2.</source>
        <translation>Interaktion %1%2.</translation>
    </message>
    <message>
        <source>Measured: fitness %1, interaction %2 (%3).</source>
        <translation>Gemessen: Fitness %1, Interaktion %2 (%3).</translation>
    </message>
    <message>
        <source>%1 alone: fitness %2.</source>
        <translation>%1 allein: Fitness %2.</translation>
    </message>
    <message>
        <source>%1 together, beyond their parts: fitness %2.</source>
        <translation>%1 zusammen, über ihre Teile hinaus: Fitness %2.</translation>
    </message>
    <message>
        <source>Interaction %1.</source>
        <translation>Interaktion %1.</translation>
    </message>
    <message>
        <source>%1: fitness %2.</source>
        <translation>%1: Fitness %2.</translation>
    </message>
    <message>
        <source>Standard error of fitness %1.</source>
        <translation>Standardfehler der Fitness %1.</translation>
    </message>
    <message>
        <source>Together %1: the fitness less that of the wild type.</source>
        <translation>Zusammen %1: die Fitness abzüglich der des Wildtyps.</translation>
    </message>
    <message>
        <source>%1 (%2): fitness measured %3, predicted %4; interaction measured %5, predicted %6; distance %7.</source>
        <translation>%1 (%2): Fitness gemessen %3, vorhergesagt %4; Interaktion gemessen %5, vorhergesagt %6; Abstand %7.</translation>
    </message>
    <message>
        <source>Source: %1.</source>
        <translation>Quelle: %1.</translation>
    </message>
    <message>
        <source>Without %1 fitness is %2 (%3).</source>
        <translation>Ohne %1 ist die Fitness %2 (%3).</translation>
    </message>
    <message>
        <source>Interaction is %1 (%2).</source>
        <translation>Die Interaktion ist %1 (%2).</translation>
    </message>
    <message>
        <source>%1 network: %2 %3 %4.</source>
        <translation>Netzwerk %1: %2 %3 %4.</translation>
    </message>
    <message>
        <source>%1 and %2 are linked, %4 kb apart on chromosome %3: they cannot be crossed easily.</source>
        <translation>%1 und %2 sind gekoppelt, %4 kb voneinander auf Chromosom %3: Sie lassen sich schlecht kreuzen.</translation>
    </message>
    <message>
        <source>%1 and %2 lie %4 kb apart on chromosome %3.</source>
        <translation>%1 und %2 liegen auf Chromosom %3 um %4 kb auseinander.</translation>
    </message>
    <message>
        <source>Lost: %1.</source>
        <translation>Verloren: %1.</translation>
    </message>
    <message>
        <source>the %1 network</source>
        <translation>das Netzwerk %1</translation>
    </message>
    <message>
        <source>the annotation %1</source>
        <translation>die Annotation %1</translation>
    </message>
    <message>
        <source>the edges to %1</source>
        <translation>die Kanten zu %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %1 more.</source>
        <translation>
            <numerusform>… und %1 weiteres.</numerusform>
            <numerusform>… und %1 weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 neighbours %2 were left out, those whose messages weigh most.</source>
        <translation>
            <numerusform>Von %1 Nachbarn wurde %2 weggelassen, der mit der schwersten Nachricht.</numerusform>
            <numerusform>Von %1 Nachbarn wurden %2 weggelassen, die mit den schwersten Nachrichten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: one complex, %3 (%4; %1 genes).</source>
        <translation>
            <numerusform>%2: ein Komplex, %3 (%4; %1 Gen).</numerusform>
            <numerusform>%2: ein Komplex, %3 (%4; %1 Gene).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: one pathway, %3 (%4; %1 genes).</source>
        <translation>
            <numerusform>%2: ein Stoffwechselweg, %3 (%4; %1 Gen).</numerusform>
            <numerusform>%2: ein Stoffwechselweg, %3 (%4; %1 Gene).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2: %3 (%4; %1 genes have it).</source>
        <translation>
            <numerusform>%2: %3 (%4; %1 Gen hat es).</numerusform>
            <numerusform>%2: %3 (%4; %1 Gene haben es).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 network: %3 and %4 share %1 neighbours: %5</source>
        <translation>
            <numerusform>Netzwerk %2: %3 und %4 haben %1 gemeinsamen Nachbarn: %5</numerusform>
            <numerusform>Netzwerk %2: %3 und %4 haben %1 gemeinsame Nachbarn: %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 and %3 are isozymes of %1 reactions: %4</source>
        <translation>
            <numerusform>%2 und %3 sind Isoenzyme von %1 Reaktion: %4</numerusform>
            <numerusform>%2 und %3 sind Isoenzyme von %1 Reaktionen: %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 and %3 are subunits of the enzymes of %1 reactions: %4</source>
        <translation>
            <numerusform>%2 und %3 sind Untereinheiten des Enzyms von %1 Reaktion: %4</numerusform>
            <numerusform>%2 und %3 sind Untereinheiten der Enzyme von %1 Reaktionen: %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 and %3 stand in the rules of %1 reactions: %4</source>
        <translation>
            <numerusform>%2 und %3 stehen in der Regel von %1 Reaktion: %4</numerusform>
            <numerusform>%2 und %3 stehen in den Regeln von %1 Reaktionen: %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flux balance: growth %2 of %3 per hour; %1 reactions are blocked.</source>
        <translation>
            <numerusform>Flussbilanz: Wachstum %2 von %3 pro Stunde; %1 Reaktion ist blockiert.</numerusform>
            <numerusform>Flussbilanz: Wachstum %2 von %3 pro Stunde; %1 Reaktionen sind blockiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>Evaluator</name>
    <message>
        <source>No cell is open: File › Open cell</source>
        <translation>Keine Zelle ist geöffnet: Datei › Zelle öffnen</translation>
    </message>
    <message>
        <source>This build has no flux balance analysis; install GLPK and build again</source>
        <translation>Diese Version hat keine Flussbilanzanalyse; GLPK installieren und neu bauen</translation>
    </message>
    <message>
        <source>This cell has no metabolic model</source>
        <translation>Diese Zelle hat kein Stoffwechselmodell</translation>
    </message>
    <message>
        <source>The metabolic model of this cell does not say which reaction is growth</source>
        <translation>Das Stoffwechselmodell dieser Zelle sagt nicht, welche Reaktion das Wachstum ist</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>One gene: leucine auxotroph</source>
        <translation>Ein Gen: Leucin-Auxotrophie</translation>
    </message>
    <message>
        <source>LEU2 makes leucine and nothing replaces it, so on minimal medium its loss stops growth.</source>
        <translation>LEU2 stellt Leucin her, und nichts ersetzt es: Auf Minimalmedium beendet sein Verlust das Wachstum.</translation>
    </message>
    <message>
        <source>Two genes: a synthetic-lethal pair</source>
        <translation>Zwei Gene: ein synthetisch-letales Paar</translation>
    </message>
    <message>
        <source>NAD is made anew from tryptophan (BNA1) or from nicotinate (NPT1). Either way suffices; without both there is no NAD.</source>
        <translation>NAD entsteht neu aus Tryptophan (BNA1) oder aus Nicotinat (NPT1). Jeder der Wege genügt; ohne beide gibt es kein NAD.</translation>
    </message>
    <message>
        <source>Three genes: losses that mask one another</source>
        <translation>Drei Gene: Verluste, die einander verdecken</translation>
    </message>
    <message>
        <source>Each loss stops respiration. Once it is stopped the others cost little more, so growth is far above the product.</source>
        <translation>Jeder Verlust beendet die Atmung. Danach kosten die anderen kaum noch etwas, das Wachstum liegt also weit über dem Produkt.</translation>
    </message>
</context>
<context>
    <name>FluxPainting</name>
    <message>
        <source>Flux, wild type</source>
        <translation>Fluss, Wildtyp</translation>
    </message>
    <message>
        <source>Flux, %1</source>
        <translation>Fluss, %1</translation>
    </message>
    <message>
        <source>Change of flux</source>
        <translation>Änderung des Flusses</translation>
    </message>
    <message>
        <source>Change of flux, %1 − wild type</source>
        <translation>Änderung des Flusses, %1 − Wildtyp</translation>
    </message>
    <message>
        <source>Range of flux at best growth</source>
        <translation>Spielraum des Flusses bei bestem Wachstum</translation>
    </message>
</context>
<context>
    <name>FluxTable</name>
    <message numerus="yes">
        <source>%1 reactions</source>
        <translation>
            <numerusform>%1 Reaktion</numerusform>
            <numerusform>%1 Reaktionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneDetails</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message numerus="yes">
        <source> or %1 more</source>
        <translation>
            <numerusform> oder %1 weiteres</numerusform>
            <numerusform> oder %1 weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleted in %1 training genotypes.</source>
        <translation>
            <numerusform>In %1 Trainingsgenotyp deletiert.</numerusform>
            <numerusform>In %1 Trainingsgenotypen deletiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %1 more</source>
        <translation>
            <numerusform>und %1 weiteres</numerusform>
            <numerusform>und %1 weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneListDock</name>
    <message>
        <source>Subsystem</source>
        <translation>Subsystem</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes</source>
        <translation>
            <numerusform>%1 Gen</numerusform>
            <numerusform>%1 Gene</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Genotype</name>
    <message>
        <source>wild type</source>
        <translation>Wildtyp</translation>
    </message>
    <message>
        <source>no gene deleted</source>
        <translation>kein Gen deletiert</translation>
    </message>
</context>
<context>
    <name>GenotypeListPanel</name>
    <message numerus="yes">
        <source>%1 wild type</source>
        <translation>
            <numerusform>%1 Wildtyp</numerusform>
            <numerusform>%1 Wildtypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 single</source>
        <translation>
            <numerusform>%1 einzelner</numerusform>
            <numerusform>%1 einzelne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 double</source>
        <translation>
            <numerusform>%1 doppelter</numerusform>
            <numerusform>%1 doppelte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 triple</source>
        <translation>
            <numerusform>%1 dreifacher</numerusform>
            <numerusform>%1 dreifache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of four or more</source>
        <translation>
            <numerusform>%1 aus vier oder mehr</numerusform>
            <numerusform>%1 aus vier oder mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes</source>
        <translation>
            <numerusform>%1 Genotyp</numerusform>
            <numerusform>%1 Genotypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes: %2</source>
        <translation>
            <numerusform>%1 Genotyp: %2</numerusform>
            <numerusform>%1 Genotypen: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removal of %1 genotypes</source>
        <translation>
            <numerusform>Entfernen von %1 Genotyp</numerusform>
            <numerusform>Entfernen von %1 Genotypen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphText</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Neighbours: %1</source>
        <translation>Nachbarn: %1</translation>
    </message>
    <message>
        <source>Genes: %1</source>
        <translation>Gene: %1</translation>
    </message>
    <message>
        <source>compartment %1</source>
        <translation>Kompartiment %1</translation>
    </message>
    <message>
        <source>physical</source>
        <translation>physikalisch</translation>
    </message>
    <message>
        <source>regulatory</source>
        <translation>regulatorisch</translation>
    </message>
    <message>
        <source>substrate</source>
        <translation>Substrat</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>catalysis</source>
        <translation>Katalyse</translation>
    </message>
    <message numerus="yes">
        <source>reactions: %n</source>
        <translation>
            <numerusform>Reaktionen: %n</numerusform>
            <numerusform>Reaktionen: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Neighbours: %n</source>
        <translation>
            <numerusform>Nachbarn: %n</numerusform>
            <numerusform>Nachbarn: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>currency metabolites hidden: %n</source>
        <translation>
            <numerusform>ausgeblendete Währungsmetaboliten: %n</numerusform>
            <numerusform>ausgeblendete Währungsmetaboliten: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>blocked reactions, struck out: %1</source>
        <translation>blockierte Reaktionen, durchgestrichen: %1</translation>
    </message>
    <message>
        <source>Blocked: the deletions leave no enzyme for it</source>
        <translation>Blockiert: die Deletionen lassen kein Enzym dafür übrig</translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 neighbours shown</source>
        <translation>
            <numerusform>%2 von %1 Nachbarn gezeigt</numerusform>
            <numerusform>%2 von %1 Nachbarn gezeigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message numerus="yes">
        <source>%2 from %3 to %4: %1 genotypes</source>
        <translation>
            <numerusform>%2 von %3 bis %4: %1 Genotyp</numerusform>
            <numerusform>%2 von %3 bis %4: %1 Genotypen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportEntry</name>
    <message numerus="yes">
        <source>%1 genes</source>
        <translation>
            <numerusform>%1 Gen</numerusform>
            <numerusform>%1 Gene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 numbers a gene</source>
        <translation>
            <numerusform>%1 Zahl je Gen</numerusform>
            <numerusform>%1 Zahlen je Gen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %1 genes</source>
        <translation>
            <numerusform>etwa %1 Gen</numerusform>
            <numerusform>etwa %1 Gene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 interactions</source>
        <translation>
            <numerusform>%1 Interaktion</numerusform>
            <numerusform>%1 Interaktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions</source>
        <translation>
            <numerusform>%1 Reaktion</numerusform>
            <numerusform>%1 Reaktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 metabolites</source>
        <translation>
            <numerusform>%1 Metabolit</numerusform>
            <numerusform>%1 Metaboliten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %1 names resolve</source>
        <translation>
            <numerusform>der %1 Name löst sich auf</numerusform>
            <numerusform>alle %1 Namen lösen sich auf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 names resolve</source>
        <translation>
            <numerusform>%2 von %1 Namen lösen sich auf</numerusform>
            <numerusform>%2 von %1 Namen lösen sich auf</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportListModel</name>
    <message numerus="yes">
        <source>adding %1 files</source>
        <translation>
            <numerusform>%1 Datei hinzufügen</numerusform>
            <numerusform>%1 Dateien hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removing %1 files</source>
        <translation>
            <numerusform>%1 Datei entfernen</numerusform>
            <numerusform>%1 Dateien entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportPreviewPanel</name>
    <message numerus="yes">
        <source>hyperedges over %1 metabolites</source>
        <translation>
            <numerusform>Hyperkanten über %1 Metabolit</numerusform>
            <numerusform>Hyperkanten über %1 Metaboliten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions in the file</source>
        <translation>
            <numerusform>%1 Reaktion in der Datei</numerusform>
            <numerusform>%1 Reaktionen in der Datei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>numbers for each of %1 genes</source>
        <translation>
            <numerusform>Zahlen für %1 Gen</numerusform>
            <numerusform>Zahlen für jedes von %1 Genen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KnockoutDock</name>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The scores contradict each other: interaction %1, fitness − expected %2</source>
        <translation>Die Werte widersprechen einander: Interaktion %1, Fitness − erwartet %2</translation>
    </message>
    <message>
        <source>Prediction and simulation contradict each other: fitness %1 against %2</source>
        <translation>Vorhersage und Simulation widersprechen einander: Fitness %1 gegen %2</translation>
    </message>
    <message>
        <source>Outside the range of the training labels</source>
        <translation>Außerhalb des Bereichs der Trainingswerte</translation>
    </message>
    <message>
        <source>Simulated growth on rich medium only</source>
        <translation>Simuliertes Wachstum nur auf Vollmedium</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes</source>
        <translation>
            <numerusform>%1 Gen</numerusform>
            <numerusform>%1 Gene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 and %1 more</source>
        <translation>
            <numerusform>%2 und %1 weiteres</numerusform>
            <numerusform>%2 und %1 weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 are essential: deleting one of them is not viable</source>
        <translation>
            <numerusform>%2 ist essentiell: Die Deletion ist nicht lebensfähig</numerusform>
            <numerusform>%2 sind essentiell: Die Deletion eines davon ist nicht lebensfähig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 have no training support</source>
        <translation>
            <numerusform>%2 wird von keinem Training gestützt</numerusform>
            <numerusform>%2 werden von keinem Training gestützt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Imported %2: %1 genes</source>
        <translation>
            <numerusform>%2 importiert: %1 Gen</numerusform>
            <numerusform>%2 importiert: %1 Gene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genes</source>
        <translation>
            <numerusform>%1 Gen</numerusform>
            <numerusform>%1 Gene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 nodes</source>
        <translation>
            <numerusform>%1 Knoten</numerusform>
            <numerusform>%1 Knoten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 edges</source>
        <translation>
            <numerusform>%1 Kante</numerusform>
            <numerusform>%1 Kanten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>Made by %1</source>
        <translation>Entsteht durch %1</translation>
    </message>
    <message>
        <source>Nothing makes it now.</source>
        <translation>Nichts stellt es jetzt her.</translation>
    </message>
    <message>
        <source>Used by %1</source>
        <translation>Verbraucht durch %1</translation>
    </message>
    <message>
        <source>Nothing uses it now.</source>
        <translation>Nichts verbraucht es jetzt.</translation>
    </message>
    <message>
        <source>Flux: %1 mmol/gDW/h</source>
        <translation>Fluss: %1 mmol/gDW/h</translation>
    </message>
    <message>
        <source>Flux: %1 in the wild type, none in the knockout</source>
        <translation>Fluss: %1 im Wildtyp, keiner im Knockout</translation>
    </message>
    <message>
        <source>Flux: %1 in the wild type, %2 in the knockout (mmol/gDW/h)</source>
        <translation>Fluss: %1 im Wildtyp, %2 im Knockout (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>an unknown gene</source>
        <translation>ein unbekanntes Gen</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
    <message>
        <source>Range at best growth: %1 to %2</source>
        <translation>Spielraum bei bestem Wachstum: %1 bis %2</translation>
    </message>
    <message>
        <source>Bounds: %1 to %2</source>
        <translation>Grenzen: %1 bis %2</translation>
    </message>
    <message>
        <source>Genes: %1</source>
        <translation>Gene: %1</translation>
    </message>
    <message>
        <source>Blocked: the deletions leave no enzyme for it.</source>
        <translation>Blockiert: Die Deletionen lassen kein Enzym dafür übrig.</translation>
    </message>
    <message>
        <source>compartment %1</source>
        <translation>Kompartiment %1</translation>
    </message>
    <message>
        <source>Lost: only the wild type can make it.</source>
        <translation>Verloren: Nur der Wildtyp kann es herstellen.</translation>
    </message>
</context>
<context>
    <name>MapChoice</name>
    <message>
        <source>There is no route from %1 to %2.</source>
        <translation>Von %1 nach %2 führt kein Weg.</translation>
    </message>
    <message>
        <source>The bounds of the reactions allow none. Try the other way round.</source>
        <translation>Die Grenzen der Reaktionen lassen keinen zu. Vielleicht geht es andersherum.</translation>
    </message>
    <message>
        <source>The knockout set is empty.</source>
        <translation>Es ist kein Gen ausgeschaltet.</translation>
    </message>
    <message>
        <source>Tick a gene on the left, then draw again.</source>
        <translation>Links ein Gen ankreuzen, dann noch einmal zeichnen.</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>%1: no reaction of this cell&apos;s metabolism needs it.</source>
        <translation>%1: Keine Reaktion dieser Zelle braucht es.</translation>
    </message>
    <message>
        <source>Choose a pathway instead.</source>
        <translation>Stattdessen einen Stoffwechselweg wählen.</translation>
    </message>
    <message>
        <source>Lost without %1</source>
        <translation>Verloren ohne %1</translation>
    </message>
    <message>
        <source>Without %1 no reaction is blocked: each has another enzyme.</source>
        <translation>Ohne %1 ist keine Reaktion blockiert: Jede hat ein anderes Enzym.</translation>
    </message>
    <message>
        <source>Knock out its isozymes too, or draw what is around the set.</source>
        <translation>Auch die Isoenzyme ausschalten oder die Umgebung zeichnen.</translation>
    </message>
    <message>
        <source>Without a pathway</source>
        <translation>Ohne Stoffwechselweg</translation>
    </message>
    <message>
        <source>All that carries flux</source>
        <translation>Alles, was Fluss trägt</translation>
    </message>
    <message>
        <source>There are no fluxes yet.</source>
        <translation>Es gibt noch keine Flüsse.</translation>
    </message>
    <message>
        <source>The wild type must grow on this medium; then draw again.</source>
        <translation>Der Wildtyp muss auf diesem Medium wachsen; dann noch einmal zeichnen.</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 nach %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions are too many for one picture.</source>
        <translation>
            <numerusform>%1 Reaktion ist zu viel für ein Bild.</numerusform>
            <numerusform>%1 Reaktionen sind zu viele für ein Bild.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model names no pathways. Draw what is around the knockout set or a route between two metabolites, or open maps that somebody drew.</source>
        <translation>Das Modell nennt keine Stoffwechselwege. Zeichnen Sie, was die Knockouts umgibt, oder einen Weg zwischen zwei Metaboliten, oder öffnen Sie Karten, die jemand gezeichnet hat.</translation>
    </message>
    <message>
        <source>Draw them by pathway (%1 …), what is around the knockout set, or a route between two metabolites.</source>
        <translation>Zeichnen Sie sie nach Stoffwechselwegen (%1 …), was die Knockouts umgibt, oder einen Weg zwischen zwei Metaboliten.</translation>
    </message>
</context>
<context>
    <name>MapExport</name>
    <message>
        <source>%1, medium: %2</source>
        <translation>%1, Medium: %2</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>%1: none here</source>
        <translation>%1: hier keiner</translation>
    </message>
    <message>
        <source>no enzyme left</source>
        <translation>kein Enzym übrig</translation>
    </message>
    <message>
        <source>can no longer be made</source>
        <translation>nicht mehr herstellbar</translation>
    </message>
    <message>
        <source>made again with the nutrient</source>
        <translation>mit dem Nährstoff wieder herstellbar</translation>
    </message>
    <message>
        <source>not in this cell</source>
        <translation>nicht in dieser Zelle</translation>
    </message>
</context>
<context>
    <name>MapList</name>
    <message numerus="yes">
        <source>%1 steps around it</source>
        <translation>
            <numerusform>%1 Schritt darum herum</numerusform>
            <numerusform>%1 Schritte darum herum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapPicture</name>
    <message numerus="yes">
        <source>%1 names find no room at this size; a larger picture shows more.</source>
        <translation>
            <numerusform>%1 Name findet in dieser Größe keinen Platz; ein größeres Bild zeigt ihn.</numerusform>
            <numerusform>%1 Namen finden in dieser Größe keinen Platz; ein größeres Bild zeigt mehr.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasuredLabels</name>
    <message>
        <source>simulated growth</source>
        <translation>simuliertes Wachstum</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>MediumBox</name>
    <message numerus="yes">
        <source>%1 nutrients are taken up (mmol/gDW/h at most):</source>
        <translation>
            <numerusform>%1 Nährstoff wird aufgenommen (höchstens, mmol/gDW/h):</numerusform>
            <numerusform>%1 Nährstoffe werden aufgenommen (höchstens, mmol/gDW/h):</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetabolismPanel</name>
    <message numerus="yes">
        <source>%1 reactions</source>
        <translation>
            <numerusform>%1 Reaktion</numerusform>
            <numerusform>%1 Reaktionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 reactions in the cell</source>
        <translation>
            <numerusform>%2 von %1 Reaktion in der Zelle</numerusform>
            <numerusform>%2 von %1 Reaktionen in der Zelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1&#xa0;h %2&#xa0;min</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1&#xa0;ms</translation>
    </message>
</context>
<context>
    <name>PairMatrix</name>
    <message>
        <source>Interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Epistasis</source>
        <translation>Epistase</translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>Interaction score ε</source>
        <translation>Interaktions-Score ε</translation>
    </message>
    <message>
        <source>Epistasis (fitness − expected)</source>
        <translation>Epistase (Fitness − erwartet)</translation>
    </message>
    <message>
        <source>Fitness (wild type = 1)</source>
        <translation>Fitness (Wildtyp = 1)</translation>
    </message>
</context>
<context>
    <name>PastRunText</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>It was made with the cell “%1”; no cell is open.</source>
        <translation>Er wurde mit der Zelle „%1“ gemacht; es ist keine Zelle offen.</translation>
    </message>
    <message>
        <source>It was made with another version of the cell “%1”.</source>
        <translation>Er wurde mit einer anderen Fassung der Zelle „%1“ gemacht.</translation>
    </message>
    <message>
        <source>It was made with the cell “%1”; “%2” is open.</source>
        <translation>Er wurde mit der Zelle „%1“ gemacht; offen ist „%2“.</translation>
    </message>
    <message>
        <source>Open its cell to see every row, or export the run: the file holds every row.</source>
        <translation>Seine Zelle öffnen, um alle Zeilen zu sehen, oder den Lauf exportieren: Die Datei enthält alle.</translation>
    </message>
    <message>
        <source>It was predicted by %1, which is not open.</source>
        <translation>Er wurde mit %1 vorhergesagt, das nicht offen ist.</translation>
    </message>
    <message>
        <source>It was predicted by %1; the knockout set is predicted by another model.</source>
        <translation>Er wurde mit %1 vorhergesagt; den Knockout-Satz sagt ein anderes Modell vorher.</translation>
    </message>
    <message>
        <source>Open its model to compare like with like.</source>
        <translation>Sein Modell öffnen, um Gleiches mit Gleichem zu vergleichen.</translation>
    </message>
    <message>
        <source>Past run %1</source>
        <translation>Früherer Lauf %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%2 and %1 more</source>
        <translation>
            <numerusform>%2 und %1 weiteres</numerusform>
            <numerusform>%2 und %1 weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of its rows are not shown: the open cell lacks %2.</source>
        <translation>
            <numerusform>%1 seiner Zeilen wird nicht gezeigt: Der offenen Zelle fehlt %2.</numerusform>
            <numerusform>%1 seiner Zeilen werden nicht gezeigt: Der offenen Zelle fehlen %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message numerus="yes">
        <source>As one knockout set of %1 genes</source>
        <translation>
            <numerusform>Als ein Knockout-Satz aus %1 Gen</numerusform>
            <numerusform>Als ein Knockout-Satz aus %1 Genen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As %1 genotypes for the list, one a line</source>
        <translation>
            <numerusform>Als %1 Genotyp für die Liste</numerusform>
            <numerusform>Als %1 Genotypen für die Liste, einer je Zeile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %1 more names. Correct them in the text, or leave all unknown names out.</source>
        <translation>
            <numerusform>und %1 weiterer Name. Im Text berichtigen, oder alle unbekannten Namen weglassen.</numerusform>
            <numerusform>und %1 weitere Namen. Im Text berichtigen, oder alle unbekannten Namen weglassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out all %1 unknown names</source>
        <translation>
            <numerusform>%1 unbekannten Namen weglassen</numerusform>
            <numerusform>Alle %1 unbekannten Namen weglassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes, </source>
        <translation>
            <numerusform>%1 Genotyp, </numerusform>
            <numerusform>%1 Genotypen, </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 found</source>
        <translation>
            <numerusform>%1 gefunden</numerusform>
            <numerusform>%1 gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ambiguous</source>
        <translation>
            <numerusform>%1 mehrdeutig</numerusform>
            <numerusform>%1 mehrdeutig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 unknown</source>
        <translation>
            <numerusform>%1 unbekannt</numerusform>
            <numerusform>%1 unbekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names: %2.</source>
        <translation>
            <numerusform>%1 Name: %2.</numerusform>
            <numerusform>%1 Namen: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names are left out.</source>
        <translation>
            <numerusform>%1 Name wird weggelassen.</numerusform>
            <numerusform>%1 Namen werden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names need a decision.</source>
        <translation>
            <numerusform>%1 Name braucht eine Entscheidung.</numerusform>
            <numerusform>%1 Namen brauchen eine Entscheidung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Knock out %1 genes</source>
        <translation>
            <numerusform>%1 Gen ausschalten</numerusform>
            <numerusform>%1 Gene ausschalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %1 genotypes</source>
        <translation>
            <numerusform>%1 Genotyp hinzufügen</numerusform>
            <numerusform>%1 Genotypen hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>One column (85 mm)</source>
        <translation>Eine Spalte (85 mm)</translation>
    </message>
    <message>
        <source>One and a half columns (120 mm)</source>
        <translation>Anderthalb Spalten (120 mm)</translation>
    </message>
    <message>
        <source>Two columns (180 mm)</source>
        <translation>Zwei Spalten (180 mm)</translation>
    </message>
    <message>
        <source>Slide (254 mm)</source>
        <translation>Folie (254 mm)</translation>
    </message>
</context>
<context>
    <name>PictureExport</name>
    <message>
        <source>%1: the file type is not known. Choose a name that ends in .png, .svg or .pdf.</source>
        <translation>%1: der Dateityp ist unbekannt. Einen Namen wählen, der auf .png, .svg oder .pdf endet.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>%1: cannot be written (%2).</source>
        <translation>%1: nicht beschreibbar (%2).</translation>
    </message>
    <message>
        <source>%1: the picture could not be drawn; choose a smaller size.</source>
        <translation>%1: Das Bild konnte nicht gezeichnet werden; eine kleinere Größe wählen.</translation>
    </message>
</context>
<context>
    <name>PlotTooltip</name>
    <message>
        <source>fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>Δ to wild type</source>
        <translation>Δ zum Wildtyp</translation>
    </message>
    <message>
        <source>expected fitness</source>
        <translation>erwartete Fitness</translation>
    </message>
    <message>
        <source>epistasis (fitness − expected)</source>
        <translation>Epistase (Fitness − erwartet)</translation>
    </message>
    <message>
        <source>interaction score</source>
        <translation>Interaktions-Score</translation>
    </message>
    <message>
        <source>No training genotype held one of these genes.</source>
        <translation>Eines dieser Gene kam in keinem Trainingsgenotyp vor.</translation>
    </message>
    <message>
        <source>Outside the range of the training labels.</source>
        <translation>Außerhalb des Bereichs der Trainingswerte.</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>The model was trained on this value.</source>
        <translation>Das Modell wurde mit diesem Wert trainiert.</translation>
    </message>
    <message>
        <source>measured p</source>
        <translation>gemessenes p</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90-%-Intervall</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>(spread of models %1)</source>
        <translation>(Streuung der Modelle %1)</translation>
    </message>
</context>
<context>
    <name>PlotView</name>
    <message>
        <source>No predictions yet.
Knock out two or more genes and press Predict.</source>
        <translation>Noch keine Vorhersagen.
Zwei oder mehr Gene deletieren und „Vorhersagen“ drücken.</translation>
    </message>
    <message>
        <source>A single deletion has no interaction score.
Knock out two or more genes together, for example with “Current set × all genes”.</source>
        <translation>Eine Einzeldeletion hat keinen Interaktions-Score.
Zwei oder mehr Gene gemeinsam deletieren, zum Beispiel mit „Aktuelles Set × alle Gene“.</translation>
    </message>
    <message>
        <source>None of these predictions has an interaction score.</source>
        <translation>Keine dieser Vorhersagen hat einen Interaktions-Score.</translation>
    </message>
    <message>
        <source>Rank, most harmful first</source>
        <translation>Rang, schädlichste zuerst</translation>
    </message>
    <message>
        <source>slower than wild type</source>
        <translation>langsamer als Wildtyp</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>expected (product of single deletions)</source>
        <translation>erwartet (Produkt der Einzeldeletionen)</translation>
    </message>
    <message>
        <source>No predictions yet.
Knock out a gene, or predict all single knockouts.</source>
        <translation>Noch keine Vorhersagen.
Ein Gen deletieren oder alle Einzel-Knockouts vorhersagen.</translation>
    </message>
    <message>
        <source>Rank, most negative first</source>
        <translation>Rang, negativste zuerst</translation>
    </message>
    <message>
        <source>negative: sicker than expected</source>
        <translation>negativ: kränker als erwartet</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>fitness − expected</source>
        <translation>Fitness − erwartet</translation>
    </message>
    <message>
        <source>Expected fitness (product of single deletions)</source>
        <translation>Erwartete Fitness (Produkt der Einzeldeletionen, Wildtyp = 1)</translation>
    </message>
    <message>
        <source>Predicted fitness (wild type = 1)</source>
        <translation>Vorhergesagte Fitness</translation>
    </message>
    <message>
        <source>Interaction score</source>
        <translation>Interaktions-Score</translation>
    </message>
    <message numerus="yes">
        <source>%n without a prediction</source>
        <translation>
            <numerusform>%n ohne Vorhersage</numerusform>
            <numerusform>%n ohne Vorhersage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without an interaction score</source>
        <translation>
            <numerusform>%n ohne Interaktions-Score</numerusform>
            <numerusform>%n ohne Interaktions-Score</numerusform>
        </translation>
    </message>
    <message>
        <source>Fitness − wild type</source>
        <translation>Fitness − Wildtyp</translation>
    </message>
    <message>
        <source>Interaction (ε pairs, τ triples)</source>
        <translation>Interaktion (ε Paare, τ Tripel)</translation>
    </message>
    <message>
        <source>not trained on</source>
        <translation>nicht trainiert</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>No measured value to show.
Choose other rows above.</source>
        <translation>Kein Messwert zu zeigen.
Oben andere Zeilen wählen.</translation>
    </message>
    <message>
        <source>Measured fitness (wild type = 1)</source>
        <translation>Gemessene Fitness (Wildtyp = 1)</translation>
    </message>
    <message>
        <source>Measured interaction (ε pairs, τ triples)</source>
        <translation>Gemessene Interaktion (ε Paare, τ Tripel)</translation>
    </message>
    <message>
        <source>Predicted fitness</source>
        <translation>Vorhergesagte Fitness</translation>
    </message>
    <message>
        <source>Predicted interaction</source>
        <translation>Vorhergesagte Interaktion</translation>
    </message>
    <message>
        <source>predicted = measured</source>
        <translation>vorhergesagt = gemessen</translation>
    </message>
    <message>
        <source>Predicted interaction (ε pairs, τ triples)</source>
        <translation>Vorhergesagte Interaktion (ε Paare, τ Tripel)</translation>
    </message>
    <message>
        <source>Predicted − measured</source>
        <translation>Vorhergesagt − gemessen</translation>
    </message>
    <message>
        <source>None of these genotypes was measured with a p-value.</source>
        <translation>Keiner dieser Genotypen wurde mit einem p-Wert gemessen.</translation>
    </message>
    <message>
        <source>There is no measure of certainty yet.
Open several models together or train an ensemble to see how far its models agree, or attach measured values with p-values.</source>
        <translation>Noch gibt es kein Maß für die Sicherheit.
Mehrere Modelle zusammen öffnen oder ein Ensemble trainieren, um zu sehen, wie weit seine Modelle übereinstimmen, oder Messwerte mit p-Werten hinzufügen.</translation>
    </message>
    <message>
        <source>Epistasis (fitness − expected)</source>
        <translation>Epistase (Fitness − erwartet)</translation>
    </message>
    <message>
        <source>Standard deviation over models</source>
        <translation>Standardabweichung über Modelle</translation>
    </message>
    <message>
        <source>−log10 of the measured p</source>
        <translation>−log10 des gemessenen p</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>%1 of %2 drawn, crowds thinned</source>
        <translation>%1 von %2 gezeichnet, dichte Stellen ausgedünnt</translation>
    </message>
    <message>
        <source>predicted = simulated</source>
        <translation>vorhergesagt = simuliert</translation>
    </message>
    <message>
        <source>predicted = label</source>
        <translation>vorhergesagt = Label</translation>
    </message>
    <message>
        <source>No simulated value to show.
Choose other rows above.</source>
        <translation>Kein simulierter Wert zu zeigen.
Oben andere Zeilen wählen.</translation>
    </message>
    <message>
        <source>No label to show.
Choose other rows above.</source>
        <translation>Kein Label zu zeigen.
Oben andere Zeilen wählen.</translation>
    </message>
    <message>
        <source>Simulated fitness (wild type = 1)</source>
        <translation>Simulierte Fitness (Wildtyp = 1)</translation>
    </message>
    <message>
        <source>Measured or simulated fitness (wild type = 1)</source>
        <translation>Gemessene oder simulierte Fitness (Wildtyp = 1)</translation>
    </message>
    <message>
        <source>Interaction of simulated growth (ε pairs, τ triples)</source>
        <translation>Interaktion des simulierten Wachstums (ε Paare, τ Tripel)</translation>
    </message>
    <message>
        <source>Measured or simulated interaction (ε pairs, τ triples)</source>
        <translation>Gemessene oder simulierte Interaktion (ε Paare, τ Tripel)</translation>
    </message>
    <message>
        <source>Predicted − simulated</source>
        <translation>Vorhergesagt − simuliert</translation>
    </message>
    <message>
        <source>Predicted − label</source>
        <translation>Vorhergesagt − Label</translation>
    </message>
    <message>
        <source>90 % interval; where there is none, spread of models</source>
        <translation>90-%-Intervall; wo es keines gibt, Streuung der Modelle</translation>
    </message>
    <message>
        <source>90 % interval of measured values</source>
        <translation>90-%-Intervall der Messwerte</translation>
    </message>
    <message>
        <source>spread of models (standard deviation)</source>
        <translation>Streuung der Modelle (Standardabweichung)</translation>
    </message>
    <message>
        <source>Fitness (wild type = 1)</source>
        <translation>Fitness (Wildtyp = 1)</translation>
    </message>
    <message>
        <source>no epistasis (fitness = expected)</source>
        <translation>keine Epistasis (Fitness = erwartet)</translation>
    </message>
</context>
<context>
    <name>PredictionCard</name>
    <message numerus="yes">
        <source>product of %1 singles</source>
        <translation>
            <numerusform>Produkt aus %1 einzelnen</numerusform>
            <numerusform>Produkt aus %1 einzelnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 reactions blocked</source>
        <translation>
            <numerusform>%1 Reaktion blockiert</numerusform>
            <numerusform>%1 Reaktionen blockiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genes are not in the metabolic model and were left out</source>
        <translation>
            <numerusform>%1 Gen steht nicht im Stoffwechselmodell und wurde ausgelassen</numerusform>
            <numerusform>%1 Gene stehen nicht im Stoffwechselmodell und wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of %1 rows of %2</source>
        <translation>
            <numerusform>Eine Zeile von %2</numerusform>
            <numerusform>Mittel aus %1 Zeilen von %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not learnt for %1 deletions</source>
        <translation>
            <numerusform>nicht gelernt für %1 Deletion</numerusform>
            <numerusform>nicht gelernt für %1 Deletionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genes outside the model</source>
        <translation>
            <numerusform>%1 Gen außerhalb des Modells</numerusform>
            <numerusform>%1 Gene außerhalb des Modells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsFilter</name>
    <message>
        <source>“%1” is not a comparison. Use &lt;, ≤, &gt;, ≥, = or ≠, and |interaction| for the size without the sign.</source>
        <translation>„%1“ ist kein Vergleich. Möglich sind &lt;, ≤, &gt;, ≥, = und ≠ sowie |interaction| für den Betrag ohne Vorzeichen.</translation>
    </message>
    <message>
        <source>“%1” needs a column before it, for example fitness %1 0.5.</source>
        <translation>Vor „%1“ gehört eine Spalte, zum Beispiel fitness %1 0.5.</translation>
    </message>
    <message>
        <source>“|%1|” needs a comparison after it, for example |%1| &gt; 0.08.</source>
        <translation>Nach „|%1|“ gehört ein Vergleich, zum Beispiel |%1| &gt; 0.08.</translation>
    </message>
    <message>
        <source>There is no column “%1”. Columns: %2.</source>
        <translation>Eine Spalte „%1“ gibt es nicht. Spalten: %2.</translation>
    </message>
    <message>
        <source>“%1 %2” needs a number after it.</source>
        <translation>Nach „%1 %2“ gehört eine Zahl.</translation>
    </message>
    <message>
        <source>Write “%1” with a decimal point.</source>
        <translation>„%1“ bitte mit Dezimalpunkt schreiben.</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>Write each condition on its own: fitness &gt; 0.2, fitness &lt; 0.5.</source>
        <translation>Jede Bedingung einzeln schreiben: fitness &gt; 0.2, fitness &lt; 0.5.</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message numerus="yes">
        <source>%2 of %1 rows, %3 filtered out</source>
        <translation>
            <numerusform>%2 von %1 Zeile, %3 ausgefiltert</numerusform>
            <numerusform>%2 von %1 Zeilen, %3 ausgefiltert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 without a prediction</source>
        <translation>
            <numerusform>%1 ohne Vorhersage</numerusform>
            <numerusform>%1 ohne Vorhersage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 selected</source>
        <translation>
            <numerusform>%1 ausgewählt</numerusform>
            <numerusform>%1 ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>Knockouts</source>
        <translation>Knockouts</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>Δ</source>
        <translation>Δ</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>In range</source>
        <translation>Im Bereich</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>The deleted genes by standard name, in the order of their systematic names</source>
        <translation>Die deletierten Gene mit Standardnamen, in der Reihenfolge ihrer systematischen Namen</translation>
    </message>
    <message>
        <source>Number of deleted genes</source>
        <translation>Zahl der deletierten Gene</translation>
    </message>
    <message>
        <source>Predicted growth relative to wild type: 1 grows like wild type, 0 does not grow</source>
        <translation>Vorhergesagtes Wachstum relativ zum Wildtyp: 1 wächst wie der Wildtyp, 0 wächst nicht</translation>
    </message>
    <message>
        <source>Fitness minus wild type (= 1); negative grows more slowly</source>
        <translation>Fitness minus Wildtyp (= 1); negativ wächst langsamer</translation>
    </message>
    <message>
        <source>Product of the predicted fitness of the single deletions, relative to wild type = 1</source>
        <translation>Produkt der vorhergesagten Fitness der Einzeldeletionen, relativ zum Wildtyp = 1</translation>
    </message>
    <message>
        <source>Number of training genotypes that held the least trained of the deleted genes; with 0 the prediction rests on networks alone</source>
        <translation>Zahl der Trainingsgenotypen mit dem am wenigsten trainierten der deletierten Gene; bei 0 beruht die Vorhersage allein auf den Netzen</translation>
    </message>
    <message>
        <source>Whether fitness and interaction lie within the range of the training labels</source>
        <translation>Ob Fitness und Interaktion im Bereich der Trainingswerte liegen</translation>
    </message>
    <message>
        <source>“ok”, or why there is no prediction</source>
        <translation>„ok“ oder warum es keine Vorhersage gibt</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Growth relative to wild type by flux balance analysis, of the rows that were simulated</source>
        <translation>Wachstum relativ zum Wildtyp nach Flussbilanzanalyse, für die simulierten Zeilen</translation>
    </message>
    <message>
        <source>Fitness − expected</source>
        <translation>Fitness − erwartet</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>Essentiell</translation>
    </message>
    <message>
        <source>Predicted fitness minus expected fitness (epistasis); negative is sicker than expected (aggravating), positive healthier (alleviating). A difference of predictions: where models learnt interactions, the interaction score is the one to believe.</source>
        <translation>Vorhergesagte Fitness minus erwartete Fitness (Epistasis); negativ ist kränker als erwartet (verschlimmernd), positiv gesünder (mildernd). Eine Differenz von Vorhersagen: Wo Modelle Interaktionen gelernt haben, ist dem Interaktionswert zu glauben.</translation>
    </message>
    <message>
        <source>Score of the model&apos;s interaction head, in units of fitness; negative is sicker than expected, positive healthier. ε of a pair: what both deletions do beyond the product of each alone. τ of a triple: what three deletions do beyond their pairs. “–” for numbers of deletions whose interactions the model did not learn.</source>
        <translation>Wert des Interaktionskopfs des Modells, in Einheiten der Fitness; negativ ist kränker als erwartet, positiv gesünder. ε eines Paars: was beide Deletionen über das Produkt der einzelnen hinaus tun. τ eines Tripels: was drei Deletionen über ihre Paare hinaus tun. „–“ bei Anzahlen von Deletionen, deren Interaktionen das Modell nicht gelernt hat.</translation>
    </message>
    <message>
        <source>The deleted genes that are essential: deleting one of them alone is not viable</source>
        <translation>Die deletierten Gene, die essentiell sind: Schon die Deletion eines davon ist nicht lebensfähig</translation>
    </message>
    <message>
        <source>Simulated fitness</source>
        <translation>Simulierte Fitness</translation>
    </message>
    <message>
        <source>Spread of fitness</source>
        <translation>Streuung Fitness</translation>
    </message>
    <message>
        <source>Spread of interaction</source>
        <translation>Streuung Interaktion</translation>
    </message>
    <message>
        <source>Against measured values, by number of deletions:</source>
        <translation>Gegen gemessene Werte, nach Zahl der Deletionen:</translation>
    </message>
    <message>
        <source>Growth by flux balance analysis relative to the wild type on the same medium: 1 grows like wild type, 0 does not grow</source>
        <translation>Wachstum durch Flussbilanzanalyse relativ zum Wildtyp auf demselben Medium: 1 wächst wie der Wildtyp, 0 wächst nicht</translation>
    </message>
    <message>
        <source>Product of the simulated fitness of the single deletions, relative to wild type = 1</source>
        <translation>Produkt der simulierten Fitness der Einzeldeletionen, relativ zum Wildtyp = 1</translation>
    </message>
    <message>
        <source>Simulated fitness minus expected fitness (epistasis); negative is sicker than expected (aggravating), positive healthier (alleviating)</source>
        <translation>Simulierte minus erwartete Fitness (Epistase); negativ ist kränker als erwartet (verschlimmernd), positiv gesünder (mildernd)</translation>
    </message>
    <message>
        <source>“ok”, “infeasible” (not even maintenance can be met: growth is 0), or why the simulation says nothing</source>
        <translation>„ok“, „infeasible“ (nicht einmal der Erhaltungsbedarf ist zu decken: Wachstum 0) oder warum die Simulation nichts sagt</translation>
    </message>
    <message>
        <source>Spread of models: standard deviation of the fitness over the models of the ensemble. It says how far apart the models are, not how far off.</source>
        <translation>Streuung der Modelle: Standardabweichung der Fitness über die Modelle des Ensembles. Sie sagt, wie weit die Modelle auseinanderliegen, nicht, wie weit daneben.</translation>
    </message>
    <message>
        <source>Spread of models: standard deviation of the interaction over the models of the ensemble. It says how far apart the models are, not how far off.</source>
        <translation>Streuung der Modelle: Standardabweichung der Interaktion über die Modelle des Ensembles. Sie sagt, wie weit die Modelle auseinanderliegen, nicht, wie weit daneben.</translation>
    </message>
</context>
<context>
    <name>RulesText</name>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>Delete Run %1</source>
        <translation>Lauf %1 löschen</translation>
    </message>
    <message>
        <source>Edit Note of Run %1</source>
        <translation>Notiz von Lauf %1 bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 Runs</source>
        <translation>
            <numerusform>%1 Lauf löschen</numerusform>
            <numerusform>%1 Läufe löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation>Genotypen</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>where %1</source>
        <translation>wobei %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%2 and %1 more</source>
        <translation>
            <numerusform>%2 und %1 weiteres</numerusform>
            <numerusform>%2 und %1 weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all %1 genotypes</source>
        <translation>
            <numerusform>der eine Genotyp</numerusform>
            <numerusform>alle %1 Genotypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 genotypes</source>
        <translation>
            <numerusform>%2 von %1 Genotyp</numerusform>
            <numerusform>%2 von %1 Genotypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the best %2 of %1 genotypes</source>
        <translation>
            <numerusform>die besten %2 von %1 Genotyp</numerusform>
            <numerusform>die besten %2 von %1 Genotypen</numerusform>
        </translation>
    </message>
    <message>
        <source>Simulated screen</source>
        <translation>Simulierter Screen</translation>
    </message>
</context>
<context>
    <name>ScoreGuide</name>
    <message>
        <source>best taken together</source>
        <translation>am besten zusammen</translation>
    </message>
    <message>
        <source>less reliable</source>
        <translation>weniger verlässlich</translation>
    </message>
    <message>
        <source>less reliable: r %1 against %2</source>
        <translation>weniger verlässlich: r %1 gegen %2</translation>
    </message>
</context>
<context>
    <name>ScreenDialog</name>
    <message numerus="yes">
        <source>Leave out %1 genotypes with an essential gene</source>
        <translation>
            <numerusform>%1 Genotyp mit einem essentiellen Gen weglassen</numerusform>
            <numerusform>%1 Genotypen mit einem essentiellen Gen weglassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave out %1 essential genes</source>
        <translation>
            <numerusform>%1 essentielles Gen weglassen</numerusform>
            <numerusform>%1 essentielle Gene weglassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes</source>
        <translation>
            <numerusform>%1 Genotyp</numerusform>
            <numerusform>%1 Genotypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 names found</source>
        <translation>
            <numerusform>%2 von %1 Namen gefunden</numerusform>
            <numerusform>%2 von %1 Namen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 in the knockout set are essential: no genotype of this screen is viable, whatever is left out. Take them out of the set for a screen that can be tested.</source>
        <translation>
            <numerusform>%2 im Knockout-Set ist essentiell: Kein Genotyp dieses Screens ist lebensfähig, was auch ausgelassen wird. Für einen prüfbaren Screen dieses Gen aus dem Set nehmen.</numerusform>
            <numerusform>%2 im Knockout-Set sind essentiell: Kein Genotyp dieses Screens ist lebensfähig, was auch ausgelassen wird. Für einen prüfbaren Screen diese Gene aus dem Set nehmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of these genes are not in the metabolic model: their deletion changes nothing in the simulation.</source>
        <translation>
            <numerusform>%1 dieser Gene ist nicht im Stoffwechselmodell: seine Deletion ändert in der Simulation nichts.</numerusform>
            <numerusform>%1 dieser Gene sind nicht im Stoffwechselmodell: ihre Deletion ändert in der Simulation nichts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreenFiles</name>
    <message>
        <source>The folder cannot be made (%1)</source>
        <translation>Der Ordner lässt sich nicht anlegen (%1)</translation>
    </message>
    <message>
        <source>Check its permissions and the disk&apos;s free space</source>
        <translation>Seine Zugriffsrechte und den freien Platz auf dem Datenträger prüfen</translation>
    </message>
</context>
<context>
    <name>ScreenOutcome</name>
    <message>
        <source>not in the metabolic model</source>
        <translation>nicht im Stoffwechselmodell</translation>
    </message>
    <message>
        <source>no growth could be shown to be right</source>
        <translation>kein Wachstum ließ sich als richtig nachweisen</translation>
    </message>
</context>
<context>
    <name>ScreenPairView</name>
    <message numerus="yes">
        <source>%2 of %1 genes</source>
        <translation>
            <numerusform>%2 von %1 Gen</numerusform>
            <numerusform>%2 von %1 Genen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreenPanel</name>
    <message numerus="yes">
        <source>%1 genotypes</source>
        <translation>
            <numerusform>%1 Genotyp</numerusform>
            <numerusform>%1 Genotypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with support below %2 last</source>
        <translation>
            <numerusform>%1 mit Stützung unter %2 zuletzt</numerusform>
            <numerusform>%1 mit Stützung unter %2 zuletzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled after %2 of %1 genotypes.</source>
        <translation>
            <numerusform>Abgebrochen nach %2 von %1 Genotyp.</numerusform>
            <numerusform>Abgebrochen nach %2 von %1 Genotypen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes from %2</source>
        <translation>
            <numerusform>%1 Genotyp aus %2</numerusform>
            <numerusform>%1 Genotypen aus %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 of %1 rows</source>
        <translation>
            <numerusform>%2 von %1 Zeile</numerusform>
            <numerusform>%2 von %1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>rows with a gene in fewer than %1 training genotypes come last</source>
        <translation>
            <numerusform>Zeilen mit einem Gen in weniger als %1 Trainingsgenotyp stehen zuletzt</numerusform>
            <numerusform>Zeilen mit einem Gen in weniger als %1 Trainingsgenotypen stehen zuletzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreenPlan</name>
    <message>
        <source>The open cell has no such gene</source>
        <translation>Die geöffnete Zelle hat kein solches Gen</translation>
    </message>
    <message>
        <source>Open the cell that the screen was begun with</source>
        <translation>Die Zelle öffnen, mit der der Screen begonnen wurde</translation>
    </message>
    <message>
        <source>There is no genotype to screen</source>
        <translation>Es gibt keinen Genotyp für den Screen</translation>
    </message>
    <message>
        <source>Choose a file with one genotype a line</source>
        <translation>Eine Datei mit einem Genotyp je Zeile wählen</translation>
    </message>
    <message>
        <source>There is no gene to screen</source>
        <translation>Es gibt kein Gen für den Screen</translation>
    </message>
    <message>
        <source>Choose other genes</source>
        <translation>Andere Gene wählen</translation>
    </message>
    <message>
        <source>The knockout set is empty</source>
        <translation>Das Knockout-Set ist leer</translation>
    </message>
    <message>
        <source>Tick the genes that are deleted in every genotype</source>
        <translation>Die Gene anhaken, die in jedem Genotyp deletiert sind</translation>
    </message>
    <message numerus="yes">
        <source>All single deletions of %1 genes</source>
        <translation>
            <numerusform>Die einzelne Deletion von %1 Gen</numerusform>
            <numerusform>Alle einzelnen Deletionen von %1 Genen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All pairs of %1 genes</source>
        <translation>
            <numerusform>Alle Paare von %1 Gen</numerusform>
            <numerusform>Alle Paare von %1 Genen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes of a list</source>
        <translation>
            <numerusform>%1 Genotyp einer Liste</numerusform>
            <numerusform>%1 Genotypen einer Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 where %2</source>
        <translation>%1, Bedingung: %2</translation>
    </message>
    <message>
        <source>This is no screen</source>
        <translation>Das ist kein Screen</translation>
    </message>
    <message>
        <source>Discard it and begin a new one</source>
        <translation>Verwerfen und einen neuen beginnen</translation>
    </message>
    <message>
        <source>%1 without essential genes</source>
        <translation>%1 ohne essentielle Gene</translation>
    </message>
    <message numerus="yes">
        <source>%2 with each of %1 genes</source>
        <translation>
            <numerusform>%2 mit %1 Gen</numerusform>
            <numerusform>%2 mit jedem von %1 Genen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All combinations of %2 of %1 genes</source>
        <translation>
            <numerusform>Alle Kombinationen von %2 aus %1 Gen</numerusform>
            <numerusform>Alle Kombinationen von %2 aus %1 Genen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, simulated (medium: %2)</source>
        <translation>%1, simuliert (Medium: %2)</translation>
    </message>
</context>
<context>
    <name>ScreenTableModel</name>
    <message>
        <source>Growth relative to wild type by flux balance analysis, of the rows that were simulated; sorts and shows those alone</source>
        <translation>Wachstum relativ zum Wildtyp nach Flussbilanzanalyse, für die simulierten Zeilen; sortiert und zeigt nur diese</translation>
    </message>
    <message>
        <source>Whether the model&apos;s two answers, and the simulation where there is one, say the same: of pairs their interaction, of other genotypes their fitness</source>
        <translation>Ob beide Antworten des Modells und, wo es sie gibt, die Simulation dasselbe sagen: bei Paaren ihre Interaktion, bei anderen Genotypen ihre Fitness</translation>
    </message>
    <message>
        <source>Deleted genes that are known to be essential</source>
        <translation>Deletierte Gene, die als essentiell bekannt sind</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>einig</translation>
    </message>
    <message>
        <source>heads disagree</source>
        <translation>Köpfe uneinig</translation>
    </message>
    <message>
        <source>simulation disagrees</source>
        <translation>Simulation widerspricht</translation>
    </message>
    <message>
        <source>all disagree</source>
        <translation>alle uneinig</translation>
    </message>
    <message>
        <source>interaction head: %1</source>
        <translation>Interaktionskopf: %1</translation>
    </message>
    <message>
        <source>fitness − expected: %1</source>
        <translation>Fitness − erwartet: %1</translation>
    </message>
    <message>
        <source>simulated − expected of the simulated singles: %1</source>
        <translation>simuliert − erwartet aus den simulierten einzelnen: %1</translation>
    </message>
    <message>
        <source>predicted fitness: %1</source>
        <translation>vorhergesagte Fitness: %1</translation>
    </message>
    <message>
        <source>simulated fitness: %1</source>
        <translation>simulierte Fitness: %1</translation>
    </message>
    <message>
        <source>not simulated</source>
        <translation>nicht simuliert</translation>
    </message>
    <message>
        <source>none of these genes is in the metabolic model</source>
        <translation>keines dieser Gene steht im Stoffwechselmodell</translation>
    </message>
    <message>
        <source>not every gene is in the metabolic model: it tells of no interaction</source>
        <translation>nicht jedes Gen steht im Stoffwechselmodell: Über die Interaktion sagt es nichts</translation>
    </message>
</context>
<context>
    <name>SimulationRecord</name>
    <message>
        <source>as the cell has it</source>
        <translation>wie in der Zelle</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>%1: none</source>
        <translation>%1: keine</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>wild type</source>
        <translation>Wildtyp</translation>
    </message>
    <message>
        <source>singles</source>
        <translation>Einzeldeletionen</translation>
    </message>
    <message>
        <source>doubles</source>
        <translation>Doppeldeletionen</translation>
    </message>
    <message>
        <source>triples</source>
        <translation>Dreifachdeletionen</translation>
    </message>
    <message numerus="yes">
        <source>%1 genes</source>
        <translation>
            <numerusform>%1 Gen</numerusform>
            <numerusform>%1 Gene</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no source named</source>
        <translation>keine Quelle genannt</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows name their split themselves; it is kept</source>
        <translation>
            <numerusform>%1 Zeile nennt ihre Aufteilung selbst; sie bleibt</numerusform>
            <numerusform>%1 Zeilen nennen ihre Aufteilung selbst; sie bleibt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was held out, so nothing can be said about new genotypes.</source>
        <translation>Nichts wurde zurückgehalten, also lässt sich über neue Genotypen nichts sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%2: %1 rows, %3 to %4</source>
        <translation>
            <numerusform>%2: %1 Zeile, %3 bis %4</numerusform>
            <numerusform>%2: %1 Zeilen, %3 bis %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wild types</source>
        <translation>
            <numerusform>%1 Wildtyp</numerusform>
            <numerusform>%1 Wildtypen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 singles</source>
        <translation>
            <numerusform>%1 einzelne</numerusform>
            <numerusform>%1 einzelne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 doubles</source>
        <translation>
            <numerusform>%1 doppelte</numerusform>
            <numerusform>%1 doppelte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 triples</source>
        <translation>
            <numerusform>%1 dreifache</numerusform>
            <numerusform>%1 dreifache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes</source>
        <translation>
            <numerusform>%1 Genotyp</numerusform>
            <numerusform>%1 Genotypen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 over %3</source>
        <translation>%1 von %2 über %3</translation>
    </message>
</context>
<context>
    <name>UndecidedNameRow</name>
    <message numerus="yes">
        <source>%1 times, first in line %2</source>
        <translation>
            <numerusform>%1-mal, zuerst in Zeile %2</numerusform>
            <numerusform>%1-mal, zuerst in Zeile %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message numerus="yes">
        <source>Show %1 more nutrients</source>
        <translation>
            <numerusform>%1 weiteren Nährstoff zeigen</numerusform>
            <numerusform>%1 weitere Nährstoffe zeigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message numerus="yes">
        <source>Opened cell %2: %1 genes</source>
        <translation>
            <numerusform>Zelle %2 geöffnet: %1 Gen</numerusform>
            <numerusform>Zelle %2 geöffnet: %1 Gene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genes and their parts</source>
        <translation>
            <numerusform>%1 Gen und seine Teile</numerusform>
            <numerusform>%1 Gene und ihre Teile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 genotypes in %2</source>
        <translation>
            <numerusform>%1 Genotyp in %2</numerusform>
            <numerusform>%1 Genotypen in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled after %2; %1 rows kept</source>
        <translation>
            <numerusform>Abgebrochen nach %2; %1 Zeile behalten</numerusform>
            <numerusform>Abgebrochen nach %2; %1 Zeilen behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed after %2; %1 rows kept</source>
        <translation>
            <numerusform>Gescheitert nach %2; %1 Zeile behalten</numerusform>
            <numerusform>Gescheitert nach %2; %1 Zeilen behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All single knockouts of %1 genes of the metabolic model, %2</source>
        <translation>
            <numerusform>Alle einzelnen Knockouts von %1 Gen des Stoffwechselmodells, %2</numerusform>
            <numerusform>Alle einzelnen Knockouts von %1 Genen des Stoffwechselmodells, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>knockscape::app::ExportJob</name>
    <message>
        <source>The genes were not understood</source>
        <translation>Die Gene wurden nicht verstanden</translation>
    </message>
    <message>
        <source>genotypes of the command line</source>
        <translation>Genotypen der Befehlszeile</translation>
    </message>
    <message>
        <source>The picture of the window could not be saved</source>
        <translation>Das Bild des Fensters konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Nothing was predicted</source>
        <translation>Nichts wurde vorhergesagt</translation>
    </message>
    <message>
        <source>Name a .safetensors model after the cell</source>
        <translation>Nach der Zelle ein .safetensors-Modell angeben</translation>
    </message>
    <message>
        <source>No interaction plot: single deletions have no interaction.</source>
        <translation>Keine Interaktionsgrafik: Einzeldeletionen haben keine Interaktion.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::AgreementTable</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Multiplicative</source>
        <translation>Multiplikativ</translation>
    </message>
    <message>
        <source>Additive</source>
        <translation>Additiv</translation>
    </message>
    <message>
        <source>Low rank</source>
        <translation>Niedriger Rang</translation>
    </message>
    <message>
        <source>The open model, or the mean of the ensemble</source>
        <translation>Das geöffnete Modell oder der Mittelwert des Ensembles</translation>
    </message>
    <message>
        <source>The product of the fitness of the single deletions; says that nothing interacts</source>
        <translation>Das Produkt der Fitness der Einzeldeletionen; besagt, dass nichts interagiert</translation>
    </message>
    <message>
        <source>Ridge regression: one effect per gene, added up</source>
        <translation>Ridge-Regression: ein Effekt je Gen, aufsummiert</translation>
    </message>
    <message>
        <source>Predictor</source>
        <translation>Prädiktor</translation>
    </message>
    <message>
        <source>Pearson r [95 %]</source>
        <translation>Pearson r [95 %]</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>The model and simple baselines on the same rows</source>
        <translation>Das Modell und einfache Vergleichsmodelle auf denselben Zeilen</translation>
    </message>
    <message>
        <source>Pearson correlation with its 95 % confidence interval; 1 is perfect order and scale</source>
        <translation>Pearson-Korrelation mit ihrem 95-%-Konfidenzintervall; bei 1 stimmen Reihenfolge und Maßstab genau</translation>
    </message>
    <message>
        <source>Number of rows that have both values</source>
        <translation>Zahl der Zeilen, die beide Werte haben</translation>
    </message>
    <message>
        <source>MSE [95 %]</source>
        <translation>MSE [95 %]</translation>
    </message>
    <message>
        <source>Spearman [95 %]</source>
        <translation>Spearman [95 %]</translation>
    </message>
    <message>
        <source>Mean squared error with its 95 % confidence interval; smaller is better</source>
        <translation>Mittlerer quadratischer Fehler mit seinem 95-%-Konfidenzintervall; kleiner ist besser</translation>
    </message>
    <message>
        <source>Spearman correlation, agreement of ranks, with its 95 % confidence interval</source>
        <translation>Spearman-Korrelation, Übereinstimmung der Ränge, mit ihrem 95-%-Konfidenzintervall</translation>
    </message>
    <message>
        <source>The same value for every genotype: the mean of the labels</source>
        <translation>Derselbe Wert für jeden Genotyp: der Mittelwert der Labels</translation>
    </message>
    <message>
        <source>Low-rank factorisation of the labels: a few numbers per gene</source>
        <translation>Niedrigrang-Faktorisierung der Labels: wenige Zahlen je Gen</translation>
    </message>
    <message>
        <source>Agreement with the labels</source>
        <translation>Übereinstimmung mit den Labels</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>In interval</source>
        <translation>Im Intervall</translation>
    </message>
    <message>
        <source>Best 25</source>
        <translation>Beste 25</translation>
    </message>
    <message>
        <source>Best 50</source>
        <translation>Beste 50</translation>
    </message>
    <message>
        <source>Best 100</source>
        <translation>Beste 100</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Precision: the share of hits among as many of its lowest interactions as the title says. A hit is a strong negative interaction: below −0.12 for pairs and −0.08 for larger sets, or, where labels have another scale, among the lowest 5 %. Compare it with chance.</source>
        <translation>Precision: der Anteil der Treffer unter so vielen seiner niedrigsten Interaktionen, wie der Titel sagt. Ein Treffer ist eine stark negative Interaktion: unter −0,12 bei Paaren und −0,08 bei größeren Mengen oder, wo die Werte eine andere Skala haben, unter den niedrigsten 5 %. Mit dem Zufall zu vergleichen.</translation>
    </message>
    <message>
        <source>Calibration slope, of the regression of the labels on the predictions: 1 where differences between predictions are as large as between labels, less than 1 where they are exaggerated</source>
        <translation>Kalibrierungssteigung der Regression der Werte auf die Vorhersagen: 1, wo Unterschiede zwischen Vorhersagen so groß sind wie zwischen den Werten, kleiner als 1, wo sie übertrieben sind</translation>
    </message>
    <message>
        <source>Coverage: the share of labels that lie in the model&apos;s interval (90 % are meant), of rows that have one. Rows that calibrated the intervals are measured by what the others of them say.</source>
        <translation>Abdeckung: der Anteil der Werte, die im Intervall des Modells liegen (90 % sollen es sein), von den Zeilen, die eines haben. Zeilen, an denen die Intervalle kalibriert wurden, werden an dem gemessen, was die übrigen sagen.</translation>
    </message>
    <message>
        <source>The share of hits among all of these rows: what a random choice finds</source>
        <translation>Der Anteil der Treffer unter allen diesen Zeilen: was eine zufällige Auswahl findet</translation>
    </message>
    <message>
        <source>It says the same of every row</source>
        <translation>Sagt von jeder Zeile dasselbe</translation>
    </message>
    <message>
        <source>A hit is a strong negative interaction: choose Interaction above.</source>
        <translation>Ein Treffer ist eine stark negative Interaktion: oben Interaktion wählen.</translation>
    </message>
    <message>
        <source>What counts as a hit differs between pairs and triples: choose one number of deletions above.</source>
        <translation>Was ein Treffer ist, unterscheidet sich zwischen Paaren und Tripeln: oben eine Zahl von Deletionen wählen.</translation>
    </message>
    <message>
        <source>There are fewer than 20 of these rows, or none of them is a hit.</source>
        <translation>Es sind weniger als 20 solche Zeilen, oder keine davon ist ein Treffer.</translation>
    </message>
    <message>
        <source>It says the same of every row: none comes first</source>
        <translation>Sagt von jeder Zeile dasselbe: keine steht vorn</translation>
    </message>
    <message>
        <source>There are fewer rows than that</source>
        <translation>So viele Zeilen gibt es nicht</translation>
    </message>
    <message>
        <source>No interval: no rows like these were held out when the model was calibrated.</source>
        <translation>Kein Intervall: Als das Modell kalibriert wurde, waren keine solchen Zeilen zurückgehalten.</translation>
    </message>
    <message>
        <source>Baselines have no intervals</source>
        <translation>Vergleichsmodelle haben keine Intervalle</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ComparePanel</name>
    <message>
        <source>wild type</source>
        <translation>Wildtyp</translation>
    </message>
    <message>
        <source>singles</source>
        <translation>Einzeldeletionen</translation>
    </message>
    <message>
        <source>doubles</source>
        <translation>Doppeldeletionen</translation>
    </message>
    <message>
        <source>triples</source>
        <translation>Dreifachdeletionen</translation>
    </message>
    <message>
        <source>%1 genes</source>
        <translation>%1 Gene</translation>
    </message>
    <message>
        <source>The measured values were not read</source>
        <translation>Die Messwerte wurden nicht gelesen</translation>
    </message>
    <message>
        <source>%1 was read, with remarks</source>
        <translation>%1 wurde gelesen, mit Anmerkungen</translation>
    </message>
    <message>
        <source>Predicting the measured genotypes</source>
        <translation>Gemessene Genotypen vorhersagen</translation>
    </message>
    <message>
        <source>Fitting the baselines</source>
        <translation>Vergleichsmodelle anpassen</translation>
    </message>
    <message>
        <source>The measured genotypes were not predicted</source>
        <translation>Die gemessenen Genotypen wurden nicht vorhergesagt</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>%1 laden</translation>
    </message>
    <message>
        <source>Open a cell and a model first; then load what was measured.</source>
        <translation>Öffnen Sie erst eine Zelle und ein Modell; laden Sie dann, was gemessen wurde.</translation>
    </message>
    <message>
        <source>No model is open that could be compared: File › Open model, or train one with Model › Train.</source>
        <translation>Kein Modell ist geöffnet, das sich vergleichen ließe: Datei › Modell öffnen, oder eines trainieren: Modell › Trainieren.</translation>
    </message>
    <message>
        <source>How good are the predictions? Load what was measured (or simulated): a table of knockouts with fitness or interaction, or the tables of Costanzo et al. 2016.
Exactly those genotypes are predicted and set beside simple baselines.</source>
        <translation>Wie gut sind die Vorhersagen? Laden Sie, was gemessen (oder simuliert) wurde: eine Tabelle von Knockouts mit Fitness oder Interaktion oder die Tabellen von Costanzo et al. 2016.
Genau diese Genotypen werden vorhergesagt und einfachen Vergleichsmodellen gegenübergestellt.</translation>
    </message>
    <message>
        <source>all orders</source>
        <translation>alle Ordnungen</translation>
    </message>
    <message>
        <source>all sources</source>
        <translation>alle Quellen</translation>
    </message>
    <message>
        <source>no source named</source>
        <translation>keine Quelle genannt</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>trained on</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>the model learnt from these rows</source>
        <translation>das Modell hat aus diesen Zeilen gelernt</translation>
    </message>
    <message>
        <source>the model learnt from some of these rows</source>
        <translation>das Modell hat aus einigen dieser Zeilen gelernt</translation>
    </message>
    <message>
        <source>Accuracy on rows that were trained on flatters the model; choose “held out”.</source>
        <translation>Die Genauigkeit auf trainierten Zeilen schmeichelt dem Modell; „zurückgehalten“ wählen.</translation>
    </message>
    <message>
        <source>not trained on</source>
        <translation>nicht trainiert</translation>
    </message>
    <message>
        <source>The split is recorded in the model file; the baselines learn from the training rows.</source>
        <translation>Die Aufteilung steht in der Modelldatei; die Vergleichsmodelle lernen aus den Trainingszeilen.</translation>
    </message>
    <message>
        <source>the model was trained on other labels</source>
        <translation>das Modell wurde mit anderen Werten trainiert</translation>
    </message>
    <message>
        <source>The hash of these labels is not the one in the model file, so which of them it has seen is not known. Each baseline learns from four fifths of the rows and predicts the rest.</source>
        <translation>Der Hash dieser Werte ist nicht der in der Modelldatei; daher ist nicht bekannt, welche davon das Modell gesehen hat. Jedes Vergleichsmodell lernt aus vier Fünfteln der Zeilen und sagt den Rest vorher.</translation>
    </message>
    <message>
        <source>Export the rows as seen</source>
        <translation>Zeilen wie angezeigt exportieren</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Trainingswerte lesen</translation>
    </message>
    <message>
        <source>Load measured values (several files are joined)</source>
        <translation>Messwerte laden (mehrere Dateien werden zusammengefügt)</translation>
    </message>
    <message>
        <source>Labels (*.tsv *.csv *.txt *.gz *.bz2);;All files (*)</source>
        <translation>Trainingswerte (*.tsv *.csv *.txt *.gz *.bz2);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no comparison to write.</source>
        <translation>Es gibt keinen Vergleich zu schreiben.</translation>
    </message>
    <message>
        <source>Load measured values first.</source>
        <translation>Erst Messwerte laden.</translation>
    </message>
    <message>
        <source>Load measured values…</source>
        <translation>Messwerte laden…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>Load other measured values</source>
        <translation>Andere Messwerte laden</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Rows as seen…</source>
        <translation>Zeilen wie angezeigt…</translation>
    </message>
    <message>
        <source>Plot…</source>
        <translation>Diagramm…</translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Rows by what training did with them</source>
        <translation>Zeilen nach ihrer Rolle im Training</translation>
    </message>
    <message>
        <source>Number of deleted genes</source>
        <translation>Zahl der deletierten Gene</translation>
    </message>
    <message>
        <source>Where the labels come from</source>
        <translation>Herkunft der Werte</translation>
    </message>
    <message>
        <source>Measured rows</source>
        <translation>Gemessene Zeilen</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>Übereinstimmung…</translation>
    </message>
    <message>
        <source>Export the agreement</source>
        <translation>Übereinstimmung exportieren</translation>
    </message>
    <message>
        <source>The product of single deletions, none of which is among the labels, is the product of the model&apos;s own: it is no yardstick for the model.</source>
        <translation>Das Produkt der Einzeldeletionen, von denen keine unter den Labels ist, ist das Produkt der Werte des Modells selbst: Es ist kein Maßstab für das Modell.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ComparisonModel</name>
    <message>
        <source>trained on</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>The model learnt from this row: that it fits says nothing about new genotypes</source>
        <translation>Das Modell hat aus dieser Zeile gelernt: dass sie passt, sagt nichts über neue Genotypen</translation>
    </message>
    <message>
        <source>The model did not learn from this row</source>
        <translation>Das Modell hat nicht aus dieser Zeile gelernt</translation>
    </message>
    <message>
        <source>Knockouts</source>
        <translation>Knockouts</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residuum</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>The deleted genes by standard name</source>
        <translation>Die deletierten Gene mit Standardnamen</translation>
    </message>
    <message>
        <source>Number of deleted genes</source>
        <translation>Zahl der deletierten Gene</translation>
    </message>
    <message>
        <source>Measured growth relative to wild type (= 1)</source>
        <translation>Gemessenes Wachstum relativ zum Wildtyp (= 1)</translation>
    </message>
    <message>
        <source>Measured interaction (ε for pairs, τ for triples); negative: sicker than expected</source>
        <translation>Gemessene Interaktion (ε für Paare, τ für Tripel); negativ: kränker als erwartet</translation>
    </message>
    <message>
        <source>Predicted growth relative to wild type (= 1)</source>
        <translation>Vorhergesagtes Wachstum relativ zum Wildtyp (= 1)</translation>
    </message>
    <message>
        <source>Predicted interaction; negative: sicker than expected</source>
        <translation>Vorhergesagte Interaktion; negativ: kränker als erwartet</translation>
    </message>
    <message>
        <source>Predicted minus measured; positive: the model is too optimistic</source>
        <translation>Vorhergesagt minus gemessen; positiv: das Modell ist zu optimistisch</translation>
    </message>
    <message>
        <source>What training did with this row</source>
        <translation>Was das Training mit dieser Zeile tat</translation>
    </message>
    <message>
        <source>Where the label comes from</source>
        <translation>Woher der Trainingswert stammt</translation>
    </message>
    <message>
        <source>Training genotypes that held the least trained of the genes</source>
        <translation>Trainingsgenotypen mit dem am wenigsten trainierten der Gene</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Measured or simulated</source>
        <translation>Gemessen oder simuliert</translation>
    </message>
    <message>
        <source>Growth by flux balance, relative to wild type (= 1); nothing was measured</source>
        <translation>Wachstum nach Flussbilanz, relativ zum Wildtyp (= 1); gemessen wurde nichts</translation>
    </message>
    <message>
        <source>Interaction (ε for pairs, τ for triples) of simulated growth; nothing was measured</source>
        <translation>Interaktion (ε bei Paaren, τ bei Tripeln) des simulierten Wachstums; gemessen wurde nichts</translation>
    </message>
    <message>
        <source>Predicted minus simulated; positive: the model is too optimistic</source>
        <translation>Vorhergesagt minus simuliert; positiv: Das Modell ist zu optimistisch</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::EnlargeButton</name>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Give the picture the whole page (F9); Escape brings the rest back</source>
        <translation>Dem Bild die ganze Seite geben (F9); Escape holt das übrige zurück</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ExcerptReader</name>
    <message>
        <source>This is not a text file.</source>
        <translation>Das ist keine Textdatei.</translation>
    </message>
    <message>
        <source>The file has no line %1 any more.</source>
        <translation>Die Datei hat keine Zeile %1 mehr.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ExplainService</name>
    <message>
        <source>This build has no flux balance analysis</source>
        <translation>Diese Programmfassung hat keine Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Install GLPK and build again</source>
        <translation>GLPK installieren und neu bauen</translation>
    </message>
    <message>
        <source>This cell has no metabolism</source>
        <translation>Diese Zelle hat keinen Stoffwechsel</translation>
    </message>
    <message>
        <source>Import it with a metabolic model (SBML or COBRA JSON)</source>
        <translation>Mit einem Stoffwechselmodell importieren (SBML oder COBRA JSON)</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::FacetButton</name>
    <message>
        <source>Narrow the list to some genes</source>
        <translation>Die Liste auf einige Gene eingrenzen</translation>
    </message>
    <message>
        <source>Genes shown: %1</source>
        <translation>Gezeigte Gene: %1</translation>
    </message>
    <message>
        <source>All genes</source>
        <translation>Alle Gene</translation>
    </message>
    <message>
        <source>Knocked out</source>
        <translation>Deletiert</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>Essentiell</translation>
    </message>
    <message>
        <source>Not essential</source>
        <translation>Nicht essentiell</translation>
    </message>
    <message>
        <source>In metabolism</source>
        <translation>Im Stoffwechsel</translation>
    </message>
    <message>
        <source>In training data</source>
        <translation>In Trainingsdaten</translation>
    </message>
    <message>
        <source>Not in training data</source>
        <translation>Nicht in Trainingsdaten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::FitnessDeltaPlot</name>
    <message>
        <source>Fitness deltas</source>
        <translation>Fitness-Differenzen</translation>
    </message>
    <message>
        <source>Fitness minus wild type of each genotype, most harmful first. Arrow keys move between genotypes, plus and minus zoom, Home shows everything.</source>
        <translation>Fitness minus Wildtyp jedes Genotyps, die schädlichsten zuerst. Pfeiltasten wechseln den Genotyp, Plus und Minus zoomen, Pos1 zeigt alles.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::FluxService</name>
    <message>
        <source>The metabolic model knows none of the deleted genes: these are the wild type&apos;s fluxes</source>
        <translation>Das Stoffwechselmodell kennt keines der deletierten Gene: Das sind die Flüsse des Wildtyps</translation>
    </message>
    <message>
        <source>No fluxes: what the cell must spend to stay alive cannot be had</source>
        <translation>Keine Flüsse: Was die Zelle zum Überleben aufwenden muss, ist nicht zu haben</translation>
    </message>
    <message>
        <source>This build has no flux balance analysis</source>
        <translation>Diese Programmfassung hat keine Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Install GLPK and build again</source>
        <translation>GLPK installieren und neu bauen</translation>
    </message>
    <message>
        <source>This cell has no metabolism</source>
        <translation>Diese Zelle hat keinen Stoffwechsel</translation>
    </message>
    <message>
        <source>Import it with a metabolic model (SBML or COBRA JSON)</source>
        <translation>Mit einem Stoffwechselmodell importieren (SBML oder COBRA JSON)</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::FluxTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>growth %1, wild type %2 per hour</source>
        <translation>Wachstum %1, Wildtyp %2 pro Stunde</translation>
    </message>
    <message>
        <source>medium: %1</source>
        <translation>Medium: %1</translation>
    </message>
    <message>
        <source>least total flux (pFBA)</source>
        <translation>kleinster Gesamtfluss (pFBA)</translation>
    </message>
    <message>
        <source>computing fluxes…</source>
        <translation>berechnet Flüsse …</translation>
    </message>
    <message>
        <source>Filter: reaction, metabolite, gene, pathway</source>
        <translation>Filter: Reaktion, Metabolit, Gen, Stoffwechselweg</translation>
    </message>
    <message>
        <source>Which reactions</source>
        <translation>Welche Reaktionen</translation>
    </message>
    <message>
        <source>All reactions</source>
        <translation>Alle Reaktionen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Veränderte</translation>
    </message>
    <message>
        <source>Carrying flux</source>
        <translation>Mit Fluss</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockierte</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write the rows as seen: CSV, TSV or XLSX</source>
        <translation>Die Zeilen wie gezeigt schreiben: CSV, TSV oder XLSX</translation>
    </message>
    <message>
        <source>Ranges</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>What the selected reactions, or all shown, can carry while the knockout grows as well as it can</source>
        <translation>Was die gewählten oder alle gezeigten Reaktionen tragen können, während der Knockout so gut wächst wie möglich</translation>
    </message>
    <message>
        <source>Stop; the ranges found so far are kept</source>
        <translation>Anhalten; die gefundenen Bereiche bleiben</translation>
    </message>
    <message>
        <source>Stop finding ranges</source>
        <translation>Bereiche nicht weiter suchen</translation>
    </message>
    <message>
        <source>Fluxes</source>
        <translation>Flüsse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Find ranges</source>
        <translation>Bereiche suchen</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>Tabelle exportieren …</translation>
    </message>
    <message>
        <source>as the cell has it</source>
        <translation>wie in der Zelle</translation>
    </message>
    <message>
        <source>There are no fluxes to write.</source>
        <translation>Es gibt keine Flüsse zu schreiben.</translation>
    </message>
    <message>
        <source>Wait until they are computed.</source>
        <translation>Warten, bis sie berechnet sind.</translation>
    </message>
    <message>
        <source>Export the fluxes as seen</source>
        <translation>Die Flüsse wie gezeigt exportieren</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::FluxTableModel</name>
    <message>
        <source>Reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>Gleichung</translation>
    </message>
    <message>
        <source>Wild type</source>
        <translation>Wildtyp</translation>
    </message>
    <message>
        <source>Knockout</source>
        <translation>Knockout</translation>
    </message>
    <message>
        <source>Δ</source>
        <translation>Δ</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Stoffwechselweg</translation>
    </message>
    <message>
        <source>Flux in the wild type, mmol per gram dry weight and hour (growth: per hour); least total flux at the best growth</source>
        <translation>Fluss im Wildtyp, mmol pro Gramm Trockengewicht und Stunde (Wachstum: pro Stunde); kleinster Gesamtfluss beim besten Wachstum</translation>
    </message>
    <message>
        <source>The same with the knockout set deleted</source>
        <translation>Dasselbe ohne die Gene des Knockout-Satzes</translation>
    </message>
    <message>
        <source>Knockout minus wild type; sorted by size, whatever the sign</source>
        <translation>Knockout minus Wildtyp; nach Größe geordnet, ohne Rücksicht auf das Vorzeichen</translation>
    </message>
    <message>
        <source>What the reaction can carry while the knockout grows as well as it can; asked for with «Ranges»</source>
        <translation>Was die Reaktion tragen kann, während der Knockout so gut wächst wie möglich; wird mit «Bereiche» erfragt</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>%1 mmol/gDW/h; medium: %2</source>
        <translation>%1 mmol/gDW/h; Medium: %2</translation>
    </message>
    <message>
        <source>Blocked: without the deleted genes no enzyme is left. %1</source>
        <translation>Blockiert: Ohne die deletierten Gene bleibt kein Enzym. %1</translation>
    </message>
    <message>
        <source>Not asked for: choose rows and «Ranges»</source>
        <translation>Nicht erfragt: Zeilen wählen und «Bereiche»</translation>
    </message>
    <message>
        <source>%1 to %2 mmol/gDW/h while it grows as well as it can</source>
        <translation>%1 bis %2 mmol/gDW/h, während es so gut wächst wie möglich</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneDetails</name>
    <message>
        <source>Physical interactions</source>
        <translation>Physikalische Interaktionen</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Regulation</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>Netz: %1</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>auch %1</translation>
    </message>
    <message>
        <source>Not essential: the deletion alone is viable.</source>
        <translation>Nicht essentiell: die Deletion allein ist lebensfähig.</translation>
    </message>
    <message>
        <source>No training genotype holds this deletion: predictions with it are extrapolated from its place in the networks.</source>
        <translation>Kein Trainingsgenotyp enthält diese Deletion: Vorhersagen mit ihr sind aus ihrer Lage in den Netzen extrapoliert.</translation>
    </message>
    <message>
        <source>needs this gene</source>
        <translation>braucht dieses Gen</translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation>braucht %1</translation>
    </message>
    <message>
        <source>Reactions (%1)</source>
        <translation>Reaktionen (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>regulated by %1</source>
        <translation>reguliert von %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>regulates %1</source>
        <translation>reguliert %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>zu %1</translation>
    </message>
    <message>
        <source>Select a gene in the list to see what it does and what it works with.</source>
        <translation>Wählen Sie ein Gen in der Liste, um Funktion und Partner zu sehen.</translation>
    </message>
    <message>
        <source>Gene details</source>
        <translation>Gendetails</translation>
    </message>
    <message>
        <source>Essential: deleting it alone is not viable.</source>
        <translation>Essentiell: Seine Deletion allein ist nicht lebensfähig.</translation>
    </message>
    <message>
        <source>Not in the metabolic model: simulated growth says nothing about its deletion.</source>
        <translation>Nicht im Stoffwechselmodell: Das simulierte Wachstum sagt nichts über seine Deletion.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneListDock</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No gene matches “%1”.</source>
        <translation>Kein Gen passt zu „%1“.</translation>
    </message>
    <message>
        <source>No gene is knocked out. Tick genes in the list of all genes.</source>
        <translation>Kein Gen ist deletiert. Haken Sie Gene in der Liste aller Gene an.</translation>
    </message>
    <message>
        <source>No gene is in “%1”.</source>
        <translation>Kein Gen ist in „%1“.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Knock out</source>
        <translation>Deletieren</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>Search names and descriptions</source>
        <translation>Namen, Funktionen suchen</translation>
    </message>
    <message>
        <source>Search genes</source>
        <translation>Gene suchen</translation>
    </message>
    <message>
        <source>Show all genes</source>
        <translation>Alle Gene zeigen</translation>
    </message>
    <message>
        <source>No cell is open. Open one, make one of networks and a metabolic model, or drop either on the window.</source>
        <translation>Keine Zelle ist geöffnet. Öffnen Sie eine, erstellen Sie eine aus Netzen und einem Stoffwechselmodell, oder ziehen Sie das eine oder das andere auf das Fenster.</translation>
    </message>
    <message>
        <source>Open cell…</source>
        <translation>Zelle öffnen…</translation>
    </message>
    <message>
        <source>Import cell…</source>
        <translation>Zelle importieren…</translation>
    </message>
    <message>
        <source>Words in any order, in systematic and standard names, aliases and descriptions (Ctrl+F). Return knocks out the only match, Down goes into the list, Escape clears.</source>
        <translation>Wörter in beliebiger Reihenfolge, in systematischen und Standardnamen, Aliassen und Beschreibungen (Strg+F). Die Eingabetaste schaltet den einzigen Treffer aus, Pfeil nach unten geht in die Liste, Escape leert.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneListModel</name>
    <message>
        <source>(also %1) %2</source>
        <translation>(auch %1) %2</translation>
    </message>
    <message>
        <source>essential</source>
        <translation>essentiell</translation>
    </message>
    <message>
        <source>Deleted. Click or press Space to restore the gene.</source>
        <translation>Deletiert. Klick oder Leertaste stellt das Gen wieder her.</translation>
    </message>
    <message>
        <source>Click or press Space to delete the gene.</source>
        <translation>Klick oder Leertaste deletiert das Gen.</translation>
    </message>
    <message>
        <source>also %1</source>
        <translation>auch %1</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 deletieren</translation>
    </message>
    <message>
        <source>✕</source>
        <translation>✕</translation>
    </message>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Systematic</source>
        <translation>Syst.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>Essentiell</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Ticked genes are deleted</source>
        <translation>Angehakte Gene sind deletiert</translation>
    </message>
    <message>
        <source>Standard name, or the systematic name of a gene without one</source>
        <translation>Standardname, sonst der systematische Name</translation>
    </message>
    <message>
        <source>Systematic name: the identity of the gene</source>
        <translation>Systematischer Name: die Identität des Gens</translation>
    </message>
    <message>
        <source>What the gene is known for</source>
        <translation>Wofür das Gen bekannt ist</translation>
    </message>
    <message>
        <source>Training genotypes that hold the gene (the open model does not say)</source>
        <translation>Trainingsgenotypen mit dem Gen (das geöffnete Modell gibt sie nicht an)</translation>
    </message>
    <message>
        <source>Number of training genotypes in which the gene is deleted</source>
        <translation>Zahl der Trainingsgenotypen, in denen das Gen deletiert ist</translation>
    </message>
    <message>
        <source>Number of reactions whose gene rule names the gene</source>
        <translation>Zahl der Reaktionen, deren Genregel das Gen nennt</translation>
    </message>
    <message>
        <source>Knocked out</source>
        <translation>Deletiert</translation>
    </message>
    <message>
        <source>not essential</source>
        <translation>nicht essentiell</translation>
    </message>
    <message>
        <source>Essential: deleting this gene alone is not viable</source>
        <translation>Essentiell: Die Deletion dieses Gens allein ist nicht lebensfähig</translation>
    </message>
    <message>
        <source>essential: its deletion is not viable</source>
        <translation>essentiell: seine Deletion ist nicht lebensfähig</translation>
    </message>
    <message>
        <source>Essential genes: the deletion of the gene alone is known not to be viable</source>
        <translation>Essentielle Gene: Von der Deletion des Gens allein ist bekannt, dass sie nicht lebensfähig ist</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneListView</name>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneRankingModel</name>
    <message>
        <source>Gene</source>
        <translation>Gen</translation>
    </message>
    <message>
        <source>Choose a gene to see only its genotypes in the table</source>
        <translation>Ein Gen wählen, um in der Tabelle nur seine Genotypen zu sehen</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Genotypes with this gene that match the screen&apos;s condition</source>
        <translation>Genotypen mit diesem Gen, die die Bedingung des Screens erfüllen</translation>
    </message>
    <message>
        <source>⌀ epistasis</source>
        <translation>⌀ Epistase</translation>
    </message>
    <message>
        <source>Mean of fitness minus expected fitness of the genotypes with this gene</source>
        <translation>Mittelwert von Fitness minus erwartete Fitness der Genotypen mit diesem Gen</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>The lowest %1 of a genotype with this gene</source>
        <translation>Der niedrigste Wert von %1 bei einem Genotyp mit diesem Gen</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>What else is deleted where %1 is lowest</source>
        <translation>Was außerdem deletiert ist, wo %1 am niedrigsten ist</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>The highest %1 of a genotype with this gene</source>
        <translation>Der höchste Wert von %1 bei einem Genotyp mit diesem Gen</translation>
    </message>
    <message>
        <source>What else is deleted where %1 is highest</source>
        <translation>Was außerdem deletiert ist, wo %1 am höchsten ist</translation>
    </message>
    <message>
        <source>⌀ fitness</source>
        <translation>⌀ Fitness</translation>
    </message>
    <message>
        <source>Mean predicted fitness of the genotypes with this gene, relative to wild type = 1</source>
        <translation>Mittlere vorhergesagte Fitness der Genotypen mit diesem Gen, relativ zum Wildtyp = 1</translation>
    </message>
    <message>
        <source>⌀ interaction</source>
        <translation>⌀ Interaktion</translation>
    </message>
    <message>
        <source>Mean predicted interaction of the genotypes with this gene</source>
        <translation>Mittlere vorhergesagte Interaktion der Genotypen mit diesem Gen</translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation>Genotypen</translation>
    </message>
    <message>
        <source>Genotypes of the screen that hold the gene</source>
        <translation>Genotypen des Screens, die das Gen enthalten</translation>
    </message>
    <message>
        <source>Mean simulated fitness of the genotypes with this gene, relative to wild type = 1</source>
        <translation>Mittlere simulierte Fitness der Genotypen mit diesem Gen, relativ zum Wildtyp = 1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GenotypeListPanel</name>
    <message>
        <source>Add current set</source>
        <translation>Aktuelles Set hinzufügen</translation>
    </message>
    <message>
        <source>Add the current knockout set to the list</source>
        <translation>Das aktuelle Knockout-Set zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation>Einfügen…</translation>
    </message>
    <message>
        <source>Paste or open a list of genotypes</source>
        <translation>Eine Liste von Genotypen einfügen oder öffnen</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
    <message>
        <source>Remove the selected genotypes (Del)</source>
        <translation>Die gewählten Genotypen entfernen (Entf)</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>adding of the knockout set to the list</source>
        <translation>Knockout-Set zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>emptying of the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>All single knockouts</source>
        <translation>Alle Einzel-Knockouts</translation>
    </message>
    <message>
        <source>Current set × all genes</source>
        <translation>Aktuelles Set × alle Gene</translation>
    </message>
    <message>
        <source>No genotypes yet. Add the current knockout set, or paste a list: one genotype a line.</source>
        <translation>Noch keine Genotypen. Fügen Sie das aktuelle Knockout-Set hinzu oder eine Liste ein: ein Genotyp je Zeile.</translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>Liste einfügen…</translation>
    </message>
    <message>
        <source>Predict every genotype of the list</source>
        <translation>Jeden Genotyp der Liste vorhersagen</translation>
    </message>
    <message>
        <source>The list is empty</source>
        <translation>Die Liste ist leer</translation>
    </message>
    <message>
        <source>Predict the deletion of each gene of the cell</source>
        <translation>Die Deletion jedes Gens der Zelle vorhersagen</translation>
    </message>
    <message>
        <source>The knockout set is empty: tick a gene first</source>
        <translation>Das Knockout-Set ist leer: erst ein Gen anhaken</translation>
    </message>
    <message>
        <source>Predict the current set with each other gene deleted as well</source>
        <translation>Das aktuelle Set mit je einem weiteren deletierten Gen vorhersagen</translation>
    </message>
    <message>
        <source>move of genotypes</source>
        <translation>Genotypen verschieben</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Growth of every genotype of the list by flux balance analysis</source>
        <translation>Wachstum jedes Genotyps der Liste durch Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Growth of every single deletion of the metabolic model by flux balance analysis</source>
        <translation>Wachstum jeder Einzeldeletion des Stoffwechselmodells durch Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Growth of the current set with each other gene of the metabolic model deleted too, by flux balance analysis</source>
        <translation>Wachstum des aktuellen Satzes, wenn dazu jedes andere Gen des Stoffwechselmodells fehlt, durch Flussbilanzanalyse</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GenotypeListView</name>
    <message>
        <source>Genotypes to predict</source>
        <translation>Vorherzusagende Genotypen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GraphBar</name>
    <message>
        <source>Gene network</source>
        <translation>Gennetz</translation>
    </message>
    <message>
        <source>Metabolism</source>
        <translation>Stoffwechsel</translation>
    </message>
    <message>
        <source>up to </source>
        <translation>bis </translation>
    </message>
    <message>
        <source> nodes</source>
        <translation> Knoten</translation>
    </message>
    <message>
        <source>Largest number of nodes</source>
        <translation>Höchstzahl der Knoten</translation>
    </message>
    <message>
        <source>Beyond this, the neighbours with most links stay and the caption counts the rest</source>
        <translation>Darüber hinaus bleiben die Nachbarn mit den meisten Verbindungen; die Bildzeile zählt den Rest</translation>
    </message>
    <message>
        <source>Springs</source>
        <translation>Federn</translation>
    </message>
    <message>
        <source>Springs, fine</source>
        <translation>Federn, fein</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>Ringe</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>How Graphviz places the nodes (sfdp, neato, dot, twopi, circo); where one would take too long, sfdp is used</source>
        <translation>Wie Graphviz die Knoten anordnet (sfdp, neato, dot, twopi, circo); wo eines zu lange dauerte, gilt sfdp</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture (0)</source>
        <translation>Das ganze Bild zeigen (0)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Save the picture as PNG, SVG or PDF</source>
        <translation>Das Bild als PNG, SVG oder PDF speichern</translation>
    </message>
    <message>
        <source>Reactions, metabolites and genes around the chosen genes</source>
        <translation>Reaktionen, Metaboliten und Gene um die gewählten Gene</translation>
    </message>
    <message>
        <source>This cell has no metabolism</source>
        <translation>Diese Zelle hat keinen Stoffwechsel</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GraphView</name>
    <message>
        <source>Network of genes</source>
        <translation>Netz der Gene</translation>
    </message>
    <message>
        <source>Arrow keys move between neighbouring nodes, Space selects a gene, Return toggles its knockout, plus, minus and 0 zoom.</source>
        <translation>Pfeiltasten wechseln zu Nachbarknoten, Leertaste wählt ein Gen, Eingabe schaltet seinen Knockout um; Plus, Minus und 0 zoomen.</translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation>Anordnen…</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::HistogramPlot</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation>Genotypen</translation>
    </message>
    <message>
        <source>, of which %1 match</source>
        <translation>, davon %1 passend</translation>
    </message>
    <message>
        <source>all genotypes</source>
        <translation>alle Genotypen</translation>
    </message>
    <message>
        <source>match the condition</source>
        <translation>erfüllen die Bedingung</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>Histogramm von %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::HyperparameterDialog</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>%1 holds the weights of a model, but not how it was built in every respect. Its tensors tell the rest.</source>
        <translation>%1 enthält die Gewichte eines Modells, aber nicht alle Angaben dazu, wie es gebaut wurde. Den Rest zeigen seine Tensoren.</translation>
    </message>
    <message>
        <source>%1 (torchcell&apos;s default)</source>
        <translation>%1 (Vorgabe von torchcell)</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportDraft</name>
    <message>
        <source>A cell is being imported.</source>
        <translation>Eine Zelle wird importiert.</translation>
    </message>
    <message>
        <source>%1 cannot be used as it is: %2 Change what it is used as, or do not import it.</source>
        <translation>%1 ist so nicht verwendbar: %2 Die Verwendung ändern oder die Datei nicht importieren.</translation>
    </message>
    <message>
        <source>These files make no cell yet; the issues say why.</source>
        <translation>Aus diesen Dateien entsteht noch keine Zelle; die Meldungen sagen, warum.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportEntry</name>
    <message>
        <source>Do not import</source>
        <translation>Nicht importieren</translation>
    </message>
    <message>
        <source>Gene table</source>
        <translation>Gentabelle</translation>
    </message>
    <message>
        <source>Genes and features</source>
        <translation>Gene und Merkmale</translation>
    </message>
    <message>
        <source>Physical network</source>
        <translation>Physikalisches Netz</translation>
    </message>
    <message>
        <source>Regulatory network</source>
        <translation>Regulatorisches Netz</translation>
    </message>
    <message>
        <source>Other network</source>
        <translation>Anderes Netz</translation>
    </message>
    <message>
        <source>Metabolic model</source>
        <translation>Stoffwechselmodell</translation>
    </message>
    <message>
        <source>Gene features</source>
        <translation>Genmerkmale</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lesen…</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>No part of a cell</source>
        <translation>Kein Teil einer Zelle</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportFileDetails</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>What models call this network: letters, digits, blanks and _ . - +</source>
        <translation>Wie Modelle dieses Netz nennen: Buchstaben, Ziffern, Leerzeichen und _ . - +</translation>
    </message>
    <message>
        <source>Sour&amp;ce</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Tar&amp;get</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>Ge&amp;wicht</translation>
    </message>
    <message>
        <source>Gene colu&amp;mn</source>
        <translation>&amp;Genspalte</translation>
    </message>
    <message>
        <source>Looking at %1…</source>
        <translation>%1 wird geprüft…</translation>
    </message>
    <message>
        <source>%1 is left out</source>
        <translation>%1 wird ausgelassen</translation>
    </message>
    <message>
        <source>%1: nothing to choose</source>
        <translation>%1: nichts zu wählen</translation>
    </message>
    <message>
        <source>guess: %1</source>
        <translation>Vermutung: %1</translation>
    </message>
    <message>
        <source>guess: none</source>
        <translation>Vermutung: keine</translation>
    </message>
    <message>
        <source>guess</source>
        <translation>Vermutung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportListModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Recognised as</source>
        <translation>Erkannt als</translation>
    </message>
    <message>
        <source>Use as</source>
        <translation>Verwenden als</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Looking at it…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>Netz: %1</translation>
    </message>
    <message>
        <source>moving %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>starting over</source>
        <translation>neu beginnen</translation>
    </message>
    <message>
        <source>use of %1</source>
        <translation>Verwendung von %1</translation>
    </message>
    <message>
        <source>network type of %1</source>
        <translation>Netztyp von %1</translation>
    </message>
    <message>
        <source>columns of %1</source>
        <translation>Spalten von %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportListView</name>
    <message>
        <source>Files to import</source>
        <translation>Zu importierende Dateien</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportPage</name>
    <message>
        <source>Issues (%1)</source>
        <translation>Meldungen (%1)</translation>
    </message>
    <message>
        <source>No issues</source>
        <translation>Keine Meldungen</translation>
    </message>
    <message>
        <source>Ready to import</source>
        <translation>Bereit zum Importieren</translation>
    </message>
    <message>
        <source>Add files to import</source>
        <translation>Zu importierende Dateien hinzufügen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the cell as</source>
        <translation>Zelle speichern als</translation>
    </message>
    <message>
        <source>Cells (*.cell)</source>
        <translation>Zellen (*.cell)</translation>
    </message>
    <message>
        <source>Say where to save the cell.</source>
        <translation>Angeben, wo die Zelle gespeichert werden soll.</translation>
    </message>
    <message>
        <source>There is no folder %1: choose another place to save the cell.</source>
        <translation>Einen Ordner %1 gibt es nicht: einen anderen Ort zum Speichern der Zelle wählen.</translation>
    </message>
    <message>
        <source>%1 cannot be written to: choose another place to save the cell.</source>
        <translation>%1 ist nicht beschreibbar: einen anderen Ort zum Speichern der Zelle wählen.</translation>
    </message>
    <message>
        <source>Something that is not a cell is already called %1: choose another name.</source>
        <translation>Etwas, das keine Zelle ist, heißt schon %1: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Replace the cell?</source>
        <translation>Zelle ersetzen?</translation>
    </message>
    <message>
        <source>%1 is already there. Importing replaces it.</source>
        <translation>%1 gibt es schon. Der Import ersetzt die Zelle.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written</source>
        <translation>Abgebrochen; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Not imported: %1</source>
        <translation>Nicht importiert: %1</translation>
    </message>
    <message>
        <source>Make a cell of your own files</source>
        <translation>Eine Zelle aus eigenen Dateien erstellen</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>Dateien hinzu&amp;fügen…</translation>
    </message>
    <message>
        <source>Paste paths</source>
        <translation>Pfade einfügen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Choose more files</source>
        <translation>Weitere Dateien wählen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Add the files or paths of the clipboard (Ctrl+V in the list)</source>
        <translation>Die Dateien oder Pfade der Zwischenablage hinzufügen (Strg+V in der Liste)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take the selected files off the list (Delete)</source>
        <translation>Die gewählten Dateien von der Liste nehmen (Entf)</translation>
    </message>
    <message>
        <source>Move up (Alt+Up): networks keep this order</source>
        <translation>Nach oben (Alt+Auf): Netze behalten diese Reihenfolge</translation>
    </message>
    <message>
        <source>Move down (Alt+Down): networks keep this order</source>
        <translation>Nach unten (Alt+Ab): Netze behalten diese Reihenfolge</translation>
    </message>
    <message>
        <source>S&amp;tart over</source>
        <translation>Ne&amp;u beginnen</translation>
    </message>
    <message>
        <source>Empty the list; no file is touched</source>
        <translation>Die Liste leeren; keine Datei wird angetastet</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>for example Saccharomyces cerevisiae</source>
        <translation>zum Beispiel Saccharomyces cerevisiae</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Organism</source>
        <translation>&amp;Organismus</translation>
    </message>
    <message>
        <source>per iso&amp;zyme</source>
        <translation>je &amp;Isoenzym</translation>
    </message>
    <message>
        <source>A reaction that several enzymes can carry becomes a hyperedge for each of them</source>
        <translation>Eine Reaktion, die mehrere Enzyme ausführen können, wird zu einer Hyperkante je Enzym</translation>
    </message>
    <message>
        <source>per &amp;direction</source>
        <translation>je &amp;Richtung</translation>
    </message>
    <message>
        <source>A reversible reaction becomes two hyperedges</source>
        <translation>Eine reversible Reaktion wird zu zwei Hyperkanten</translation>
    </message>
    <message>
        <source>&amp;Keep reactions without genes</source>
        <translation>Rea&amp;ktionen ohne Gene behalten</translation>
    </message>
    <message>
        <source>Spontaneous reactions and exchanges become hyperedges too</source>
        <translation>Auch spontane Reaktionen und Austauschreaktionen werden zu Hyperkanten</translation>
    </message>
    <message>
        <source>One hyperedge</source>
        <translation>Eine Hyperkante</translation>
    </message>
    <message>
        <source>The cell</source>
        <translation>Die Zelle</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Issues of the chosen files</source>
        <translation>Meldungen zu den gewählten Dateien</translation>
    </message>
    <message>
        <source>Choose a file or an issue to see the lines it is about.</source>
        <translation>Wählen Sie eine Datei oder eine Meldung, um die betreffenden Zeilen zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durchsu&amp;chen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop importing (Esc); the list stays and nothing is written</source>
        <translation>Import abbrechen (Esc); die Liste bleibt, und nichts wird geschrieben</translation>
    </message>
    <message>
        <source>&amp;Import cell</source>
        <translation>Zelle im&amp;portieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Put the assistant away; the list stays</source>
        <translation>Den Assistenten schließen; die Liste bleibt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Drop files here: a gene table or SGD_features.tab, networks (GraphML, XGMML, GEXF, GML, SIF, CX2, PSI-MI TAB, BioGRID, STRING, YEASTRACT or any table), a metabolic model (SBML or COBRA JSON), coding sequences or features, and annotations. What each one is gets recognised; nothing is written until you import.</source>
        <translation>Ziehen Sie Dateien hierher: eine Gentabelle oder SGD_features.tab, Netze (GraphML, XGMML, GEXF, GML, SIF, CX2, PSI-MI TAB, BioGRID, STRING, YEASTRACT oder eine beliebige Tabelle), ein Stoffwechselmodell (SBML oder COBRA JSON), codierende Sequenzen oder Merkmale sowie Annotationen. Die Art jeder Datei wird erkannt; geschrieben wird erst beim Importieren.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportPreviewPanel</name>
    <message>
        <source>%1; first unresolved: %2</source>
        <translation>%1; zuerst nicht zugeordnet: %2</translation>
    </message>
    <message>
        <source>What the cell will hold</source>
        <translation>Was die Zelle enthalten wird</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>cannot be used, see the issues</source>
        <translation>nicht verwendbar, siehe Meldungen</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>%1 repeated</source>
        <translation>%1 wiederholt</translation>
    </message>
    <message>
        <source>interactions</source>
        <translation>Interaktionen</translation>
    </message>
    <message>
        <source>Metabolism</source>
        <translation>Stoffwechsel</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotationen</translation>
    </message>
    <message>
        <source>genes have some</source>
        <translation>Gene haben welche</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>%1 with a standard name</source>
        <translation>%1 mit Standardnamen</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Nothing to preview yet.</source>
        <translation>Noch keine Vorschau.</translation>
    </message>
    <message>
        <source>The cell will appear here once a file names genes.</source>
        <translation>Die Zelle erscheint hier, sobald eine Datei Gene nennt.</translation>
    </message>
    <message>
        <source>Working out what changes…</source>
        <translation>Änderungen werden ermittelt…</translation>
    </message>
    <message>
        <source>Working out what the cell will hold…</source>
        <translation>Der Inhalt der Zelle wird ermittelt…</translation>
    </message>
    <message>
        <source>No cell can be made of these files yet; the issues say why.</source>
        <translation>Aus diesen Dateien kann noch keine Zelle entstehen; die Meldungen sagen, warum.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ImportRules</name>
    <message>
        <source>%1 is already the %2 network.</source>
        <translation>%1 ist schon das Netz %2.</translation>
    </message>
    <message>
        <source>%1 already gives the metabolic model.</source>
        <translation>%1 liefert schon das Stoffwechselmodell.</translation>
    </message>
    <message>
        <source>%1 already gives the genes.</source>
        <translation>%1 liefert schon die Gene.</translation>
    </message>
    <message>
        <source>%1 already gives the features.</source>
        <translation>%1 liefert schon die Merkmale.</translation>
    </message>
    <message>
        <source>The network needs a type.</source>
        <translation>Das Netz braucht einen Typ.</translation>
    </message>
    <message>
        <source>Name it with letters, digits, blanks and _ . - + below.</source>
        <translation>Es unten mit Buchstaben, Ziffern, Leerzeichen und _ . - + benennen.</translation>
    </message>
    <message>
        <source>Give this one another type, or do not import it.</source>
        <translation>Diesem Netz einen anderen Typ geben oder es nicht importieren.</translation>
    </message>
    <message>
        <source>Use one of the two, and do not import the other.</source>
        <translation>Eine der beiden Dateien verwenden und die andere nicht importieren.</translation>
    </message>
    <message>
        <source>Add files first.</source>
        <translation>Erst Dateien hinzufügen.</translation>
    </message>
    <message>
        <source>%1 is still being looked at.</source>
        <translation>%1 wird noch geprüft.</translation>
    </message>
    <message>
        <source>Nothing in the list names genes. Add a gene table, a network or a metabolic model.</source>
        <translation>Nichts in der Liste nennt Gene. Eine Gentabelle, ein Netz oder ein Stoffwechselmodell hinzufügen.</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::InferenceService</name>
    <message>
        <source>The memory of this machine is used up</source>
        <translation>Der Arbeitsspeicher dieses Rechners ist erschöpft</translation>
    </message>
    <message>
        <source>Close other programs or predict fewer genotypes at once</source>
        <translation>Andere Programme schließen oder weniger Genotypen auf einmal vorhersagen</translation>
    </message>
    <message>
        <source>An unknown error occurred</source>
        <translation>Ein unbekannter Fehler ist aufgetreten</translation>
    </message>
    <message>
        <source>No cell is open</source>
        <translation>Keine Zelle ist geöffnet</translation>
    </message>
    <message>
        <source>Open the cell that the model was trained for first</source>
        <translation>Erst die Zelle öffnen, für die das Modell trainiert wurde</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>Open a model that was trained for this cell</source>
        <translation>Ein Modell öffnen, das für diese Zelle trainiert wurde</translation>
    </message>
    <message>
        <source>This build has no flux balance analysis</source>
        <translation>Diese Programmfassung hat keine Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Install GLPK and build again</source>
        <translation>GLPK installieren und neu bauen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::InteractionPlot</name>
    <message>
        <source>Interaction scores</source>
        <translation>Interaktions-Scores</translation>
    </message>
    <message>
        <source>Interaction of two or more deletions. Arrow keys move between genotypes, plus and minus zoom, Home shows everything.</source>
        <translation>Interaktion von zwei oder mehr Deletionen. Pfeiltasten wechseln den Genotyp, Plus und Minus zoomen, Pos1 zeigt alles.</translation>
    </message>
    <message>
        <source>Ranked scores</source>
        <translation>Scores nach Rang</translation>
    </message>
    <message>
        <source>Interaction scores in order, most negative first</source>
        <translation>Interaktions-Scores der Reihe nach, die negativsten zuerst</translation>
    </message>
    <message>
        <source>Expected against fitness</source>
        <translation>Erwartung gegen Fitness</translation>
    </message>
    <message>
        <source>Each genotype at its expected fitness and its fitness: the distance from the diagonal is the epistasis</source>
        <translation>Jeder Genotyp bei seiner erwarteten Fitness und seiner Fitness: Der Abstand von der Diagonalen ist die Epistasis</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::InterruptedBar</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Removes what the interrupted training left; models that were finished stay</source>
        <translation>Entfernt, was das unterbrochene Training hinterließ; fertige Modelle bleiben</translation>
    </message>
    <message>
        <source>A training on %1 for the cell %2 was interrupted on %3</source>
        <translation>Ein Training mit %1 für die Zelle %2 wurde am %3 unterbrochen</translation>
    </message>
    <message>
        <source>, in model %1 of %2</source>
        <translation>, in Modell %1 von %2</translation>
    </message>
    <message>
        <source>. It cannot go on: %1</source>
        <translation>. Es lässt sich nicht fortsetzen: %1</translation>
    </message>
    <message>
        <source>. It goes on after epoch %1 of at most %2, with the same settings.</source>
        <translation>. Es geht nach Epoche %1 von höchstens %2 mit denselben Einstellungen weiter.</translation>
    </message>
    <message>
        <source>, before its first epoch ended. It would start again, with the same settings.</source>
        <translation>, vor dem Ende der ersten Epoche. Es würde mit denselben Einstellungen neu beginnen.</translation>
    </message>
    <message>
        <source>Opens the cell %1 and trains on to %2</source>
        <translation>Öffnet die Zelle %1, trainiert weiter und speichert unter %2</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::IssueModel</name>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::IssuesDock</name>
    <message>
        <source>Issues</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::JobIndicator</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Cancel (Esc); the rows so far are kept</source>
        <translation>Abbrechen (Esc); die bisherigen Zeilen bleiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>running: %1 / %2</source>
        <translation>läuft: %1 / %2</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::KnockoutChip</name>
    <message>
        <source>%1, knocked out</source>
        <translation>%1, deletiert</translation>
    </message>
    <message>
        <source>Press Delete to restore this gene</source>
        <translation>Entf stellt dieses Gen wieder her</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::KnockoutDock</name>
    <message>
        <source>Paste…</source>
        <translation>Einfügen…</translation>
    </message>
    <message>
        <source>Paste or open a list of gene names</source>
        <translation>Eine Liste von Gennamen einfügen oder öffnen</translation>
    </message>
    <message>
        <source>To list</source>
        <translation>Zur Liste</translation>
    </message>
    <message>
        <source>Add this set to the list of genotypes to predict</source>
        <translation>Dieses Set zur Liste der vorherzusagenden Genotypen hinzufügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Restore every gene (undo brings the set back)</source>
        <translation>Alle Gene wiederherstellen (Rückgängig holt das Set zurück)</translation>
    </message>
    <message>
        <source>Tick a gene, or paste names</source>
        <translation>Gen anhaken oder Namen einfügen</translation>
    </message>
    <message>
        <source>Knockout set</source>
        <translation>Knockout-Set</translation>
    </message>
    <message>
        <source>Wild type</source>
        <translation>Wildtyp</translation>
    </message>
    <message>
        <source>alone: fitness %1</source>
        <translation>allein: Fitness %1</translation>
    </message>
    <message>
        <source>essential: its deletion is not viable</source>
        <translation>essentiell: seine Deletion ist nicht lebensfähig</translation>
    </message>
    <message>
        <source>Open a cell…</source>
        <translation>Zelle öffnen…</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Train one…</source>
        <translation>Eines trainieren…</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::LabelService</name>
    <message>
        <source>This build has no flux balance analysis</source>
        <translation>Diese Programmfassung hat keine Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Install GLPK and build again</source>
        <translation>GLPK installieren und neu bauen</translation>
    </message>
    <message>
        <source>Sorting labels</source>
        <translation>Trainingswerte ordnen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::LayoutRunner</name>
    <message>
        <source>The layout took longer than %1 s and was stopped.</source>
        <translation>Die Anordnung dauerte länger als %1&#xa0;s und wurde angehalten.</translation>
    </message>
    <message>
        <source>The layout helper “knockscape-layout” could not be started: it should lie beside the program. Install Knockscape again, or build the target knockscape_layout.</source>
        <translation>Das Hilfsprogramm „knockscape-layout“ ließ sich nicht starten: es sollte neben dem Programm liegen. Knockscape neu installieren oder das Ziel knockscape_layout bauen.</translation>
    </message>
    <message>
        <source>The layout helper stopped unexpectedly.</source>
        <translation>Das Hilfsprogramm für die Anordnung endete unerwartet.</translation>
    </message>
    <message>
        <source>The layout helper gave an answer that cannot be used (%1).</source>
        <translation>Das Hilfsprogramm für die Anordnung gab eine unbrauchbare Antwort (%1).</translation>
    </message>
    <message>
        <source>The graph could not be laid out (%1). Choose another layout or fewer nodes.</source>
        <translation>Der Graph ließ sich nicht anordnen (%1). Eine andere Anordnung oder weniger Knoten wählen.</translation>
    </message>
    <message>
        <source>Show fewer nodes.</source>
        <translation>Weniger Knoten zeigen.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::LogDock</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MainWindow</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation>Genotypen</translation>
    </message>
    <message>
        <source>Gene details</source>
        <translation>Gendetails</translation>
    </message>
    <message>
        <source>Open cell…</source>
        <translation>Zelle öffnen…</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Export results table…</source>
        <translation>Ergebnistabelle exportieren…</translation>
    </message>
    <message>
        <source>Export network…</source>
        <translation>Netz exportieren…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Paste knockouts…</source>
        <translation>Knockouts einfügen…</translation>
    </message>
    <message>
        <source>Clear the knockout set</source>
        <translation>Knockout-Set leeren</translation>
    </message>
    <message>
        <source>Search genes</source>
        <translation>Gene suchen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Predict the genotype list, or the knockout set when the list is empty (Ctrl+Return)</source>
        <translation>Die Genotypliste vorhersagen oder, wenn sie leer ist, das Knockout-Set (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Predict the genotype list</source>
        <translation>Genotypliste vorhersagen</translation>
    </message>
    <message>
        <source>Predict the knockout set and its parts</source>
        <translation>Knockout-Set und seine Teile vorhersagen</translation>
    </message>
    <message>
        <source>All single knockouts</source>
        <translation>Alle Einzel-Knockouts</translation>
    </message>
    <message>
        <source>Current set × all genes</source>
        <translation>Aktuelles Set × alle Gene</translation>
    </message>
    <message>
        <source>Cancel the running prediction</source>
        <translation>Laufende Vorhersage abbrechen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Knockscape</source>
        <translation>Über Knockscape</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation>&amp;Vorhersage</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open cell</source>
        <translation>Zelle öffnen</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Automatic: the first CUDA device, else the CPU</source>
        <translation>Automatisch: das erste CUDA-Gerät, sonst die CPU</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>&lt;b&gt;Knockscape %1&lt;/b&gt;&lt;p&gt;Explore gene knockouts with a trained model.&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Knockscape %1&lt;/b&gt;&lt;p&gt;Gen-Knockouts mit einem trainierten Modell erkunden.&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU General Public License, Version 3 oder später.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>No prediction module is loaded.</source>
        <translation>Kein Vorhersagemodul ist geladen.</translation>
    </message>
    <message>
        <source>Open a cell (a .cell folder)</source>
        <translation>Zelle öffnen (ein .cell-Ordner)</translation>
    </message>
    <message>
        <source>Open a model, or several as an ensemble</source>
        <translation>Ein Modell öffnen oder mehrere als Ensemble</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>%1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Names cannot be looked up yet</source>
        <translation>Namen lassen sich noch nicht nachschlagen</translation>
    </message>
    <message>
        <source>No cell is open</source>
        <translation>Keine Zelle ist geöffnet</translation>
    </message>
    <message>
        <source>Open a cell first</source>
        <translation>Erst eine Zelle öffnen</translation>
    </message>
    <message>
        <source>pasting of knockouts</source>
        <translation>Knockouts einfügen</translation>
    </message>
    <message>
        <source>pasting of genotypes</source>
        <translation>Genotypen einfügen</translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation>%1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Export the results table</source>
        <translation>Ergebnistabelle exportieren</translation>
    </message>
    <message>
        <source>results.csv</source>
        <translation>results.csv</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation>Lauf exportieren</translation>
    </message>
    <message>
        <source>run-%1.csv</source>
        <translation>run-%1.csv</translation>
    </message>
    <message>
        <source>no cell open</source>
        <translation>keine Zelle geöffnet</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>model r %1</source>
        <translation>Modell r %1</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Laden…</translation>
    </message>
    <message>
        <source>No prediction module</source>
        <translation>Kein Vorhersagemodul</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Where predictions are computed</source>
        <translation>Wo Vorhersagen berechnet werden</translation>
    </message>
    <message>
        <source>Predictions are computed by %1</source>
        <translation>Vorhersagen berechnet %1</translation>
    </message>
    <message>
        <source>adding of the knockout set to the list</source>
        <translation>Knockout-Set zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>The network view was not drawn</source>
        <translation>Die Netzansicht wurde nicht gezeichnet</translation>
    </message>
    <message>
        <source>This cell has no metabolism</source>
        <translation>Diese Zelle hat keinen Stoffwechsel</translation>
    </message>
    <message>
        <source>%1 — Knockscape</source>
        <translation>%1 — Knockscape</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Import cell…</source>
        <translation>Zelle importieren…</translation>
    </message>
    <message>
        <source>Make a cell of networks, genes and a metabolic model (Ctrl+Shift+I)</source>
        <translation>Eine Zelle aus Netzen, Genen und einem Stoffwechselmodell anlegen (Strg+Umschalt+I)</translation>
    </message>
    <message>
        <source>Model information…</source>
        <translation>Modellinformationen…</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth *.ckpt);;All files (*)</source>
        <translation>Modelle (*.safetensors *.pt *.pth *.ckpt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A cell was not imported</source>
        <translation>Eine Zelle wurde nicht importiert</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren…</translation>
    </message>
    <message>
        <source>Compare with measured values…</source>
        <translation>Mit Messwerten vergleichen…</translation>
    </message>
    <message>
        <source>Training on %1 began</source>
        <translation>Training mit %1 begonnen</translation>
    </message>
    <message>
        <source>Trained %1</source>
        <translation>%1 trainiert</translation>
    </message>
    <message>
        <source>A model is being trained</source>
        <translation>Ein Modell wird trainiert</translation>
    </message>
    <message>
        <source>A model is being trained. When Knockscape quits, training stops; the model of the best epoch so far is saved.</source>
        <translation>Ein Modell wird trainiert. Beim Beenden von Knockscape hält das Training an; das Modell der bisher besten Epoche wird gespeichert.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Screen…</source>
        <translation>Screen…</translation>
    </message>
    <message>
        <source>Predict all pairs or combinations of genes, and keep the best (Ctrl+Shift+S)</source>
        <translation>Alle Paare oder Kombinationen von Genen vorhersagen und die besten behalten (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>A training was interrupted</source>
        <translation>Ein Training wurde unterbrochen</translation>
    </message>
    <message>
        <source>Go on with it, or discard it, in the Train tab</source>
        <translation>Im Reiter „Trainieren“ fortsetzen oder verwerfen</translation>
    </message>
    <message>
        <source>the knockout set</source>
        <translation>das Knockout-Set</translation>
    </message>
    <message>
        <source>genes selected in the list</source>
        <translation>in der Liste gewählte Gene</translation>
    </message>
    <message>
        <source>genes shown in the list</source>
        <translation>in der Liste gezeigte Gene</translation>
    </message>
    <message>
        <source>adding of genotypes of the screen</source>
        <translation>Genotypen des Screens hinzufügen</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>Screen finished</source>
        <translation>Screen fertig</translation>
    </message>
    <message>
        <source>Screen cancelled; what is done is kept</source>
        <translation>Screen abgebrochen; das bisher Berechnete bleibt</translation>
    </message>
    <message>
        <source>Screen failed</source>
        <translation>Screen fehlgeschlagen</translation>
    </message>
    <message>
        <source>Network view: %1, %2</source>
        <translation>Netzwerkansicht: %1, %2</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>Bild exportieren…</translation>
    </message>
    <message>
        <source>Enlarge the picture</source>
        <translation>Das Bild vergrößern</translation>
    </message>
    <message>
        <source>Fitness of the deletion alone in the labels, which are simulated: %1</source>
        <translation>Fitness der einzelnen Deletion in den Labels, die simuliert sind: %1</translation>
    </message>
    <message>
        <source>Measured fitness of the deletion alone: %1</source>
        <translation>Gemessene Fitness der einzelnen Deletion: %1</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>no metabolic model</source>
        <translation>kein Stoffwechselmodell</translation>
    </message>
    <message>
        <source>This cell has no metabolic model. Import one beside the networks (File › Import cell) to simulate growth.</source>
        <translation>Diese Zelle hat kein Stoffwechselmodell. Eines neben den Netzwerken importieren (Datei › Zelle importieren), um Wachstum zu simulieren.</translation>
    </message>
    <message>
        <source>a list of genotypes</source>
        <translation>eine Liste von Genotypen</translation>
    </message>
    <message>
        <source>%1 was opened, with remarks</source>
        <translation>%1 wurde geöffnet, mit Anmerkungen</translation>
    </message>
    <message>
        <source>Metabolism</source>
        <translation>Stoffwechsel</translation>
    </message>
    <message>
        <source>The knockout set is empty: tick a gene first</source>
        <translation>Der Knockout-Satz ist leer: zuerst ein Gen anhaken</translation>
    </message>
    <message>
        <source>The genotype list is empty</source>
        <translation>Die Genotypenliste ist leer</translation>
    </message>
    <message>
        <source>Simulate the genotype list</source>
        <translation>Genotypenliste simulieren</translation>
    </message>
    <message>
        <source>Simulate the knockout set and its parts</source>
        <translation>Knockout-Satz und seine Teile simulieren</translation>
    </message>
    <message>
        <source>Growth of every genotype of the list by flux balance analysis</source>
        <translation>Wachstum jedes Genotyps der Liste durch Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Growth of the knockout set and of its parts by flux balance analysis</source>
        <translation>Wachstum des Knockout-Satzes und seiner Teile durch Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Growth of every single deletion of the metabolic model by flux balance analysis</source>
        <translation>Wachstum jeder Einzeldeletion des Stoffwechselmodells durch Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Growth of the knockout set with each other gene of the metabolic model deleted too</source>
        <translation>Wachstum des Knockout-Satzes, wenn dazu jedes andere Gen des Stoffwechselmodells fehlt</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Simulate the genotype list, or the knockout set when the list is empty</source>
        <translation>Genotypenliste simulieren, oder den Knockout-Satz, wenn die Liste leer ist</translation>
    </message>
    <message>
        <source>Simulate all single knockouts</source>
        <translation>Alle Einzeldeletionen simulieren</translation>
    </message>
    <message>
        <source>Simulate current set × all genes</source>
        <translation>Aktuellen Satz × alle Gene simulieren</translation>
    </message>
    <message>
        <source>Simulated screen…</source>
        <translation>Simulierter Screen…</translation>
    </message>
    <message>
        <source>Simulate all pairs or combinations of genes, and keep the best</source>
        <translation>Alle Paare oder Kombinationen von Genen simulieren und die besten behalten</translation>
    </message>
    <message>
        <source>Predict the genotype list, or the knockout set when the list is empty</source>
        <translation>Genotypenliste vorhersagen, oder den Knockout-Satz, wenn die Liste leer ist</translation>
    </message>
    <message>
        <source>Predict every genotype of the list</source>
        <translation>Jeden Genotyp der Liste vorhersagen</translation>
    </message>
    <message>
        <source>Predict the knockout set and its parts, to compare</source>
        <translation>Knockout-Satz und seine Teile vorhersagen, zum Vergleich</translation>
    </message>
    <message>
        <source>Predict the deletion of each gene of the cell</source>
        <translation>Die Deletion jedes Gens der Zelle vorhersagen</translation>
    </message>
    <message>
        <source>Predict the current set with each other gene deleted as well</source>
        <translation>Den aktuellen Satz mit jeder weiteren Deletion vorhersagen</translation>
    </message>
    <message>
        <source>Predict all pairs or combinations of genes, and keep the best</source>
        <translation>Alle Paare oder Kombinationen von Genen vorhersagen und die besten behalten</translation>
    </message>
    <message>
        <source>Cancel the running simulation</source>
        <translation>Laufende Simulation abbrechen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Plan what to build…</source>
        <translation>Planen, was zu bauen ist…</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MapCanvas</name>
    <message>
        <source>Metabolic map</source>
        <translation>Stoffwechselkarte</translation>
    </message>
    <message>
        <source>Arrow keys move from element to element, with Shift they move the map; plus and minus zoom, F shows all. Return toggles the knockout of a reaction.</source>
        <translation>Die Pfeiltasten gehen von Element zu Element, mit der Umschalttaste verschieben sie die Karte; Plus und Minus vergrößern und verkleinern, F zeigt alles. Die Eingabetaste schaltet eine Reaktion aus oder wieder ein.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MapList</name>
    <message>
        <source>Filter maps</source>
        <translation>Karten filtern</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Reactions that the knockout set leaves without an enzyme</source>
        <translation>Reaktionen, denen die Knockouts kein Enzym lassen</translation>
    </message>
    <message>
        <source>Mean change of flux by the knockout, in either direction (mmol/gDW/h)</source>
        <translation>Mittlere Änderung des Flusses durch den Knockout, in beide Richtungen (mmol/gDW/h)</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>A metabolite or a gene: the shortest routes between the two are drawn</source>
        <translation>Ein Metabolit oder ein Gen: Die kürzesten Wege zwischen beiden werden gezeichnet</translation>
    </message>
    <message>
        <source>Opened maps</source>
        <translation>Geöffnete Karten</translation>
    </message>
    <message>
        <source>Open map…</source>
        <translation>Karte öffnen…</translation>
    </message>
    <message>
        <source>Knockout set</source>
        <translation>Knockouts</translation>
    </message>
    <message>
        <source>What it cuts off</source>
        <translation>Was sie abschneiden</translation>
    </message>
    <message>
        <source>All that carries flux</source>
        <translation>Alles, was Fluss trägt</translation>
    </message>
    <message>
        <source>Pathways</source>
        <translation>Stoffwechselwege</translation>
    </message>
    <message>
        <source>Without a pathway</source>
        <translation>Ohne Stoffwechselweg</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MeasuredPlot</name>
    <message>
        <source>Predicted against measured</source>
        <translation>Vorhergesagt gegen gemessen</translation>
    </message>
    <message>
        <source>Against measured</source>
        <translation>Gegen gemessen</translation>
    </message>
    <message>
        <source>Each genotype at its measured and its predicted value: on the line the prediction is right</source>
        <translation>Jeder Genotyp bei seinem gemessenen und seinem vorhergesagten Wert: auf der Linie stimmt die Vorhersage</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>Predicted minus measured over the prediction: a trend is a bias of the model</source>
        <translation>Vorhergesagt minus gemessen über der Vorhersage: ein Trend ist eine Verzerrung des Modells</translation>
    </message>
    <message>
        <source>Predicted against simulated</source>
        <translation>Vorhergesagt gegen simuliert</translation>
    </message>
    <message>
        <source>Against simulated</source>
        <translation>Gegen simuliert</translation>
    </message>
    <message>
        <source>Each genotype at its simulated and its predicted value: on the line the prediction is right</source>
        <translation>Jeder Genotyp bei seinem simulierten und seinem vorhergesagten Wert: auf der Linie stimmt die Vorhersage</translation>
    </message>
    <message>
        <source>Predicted minus simulated over the prediction: a trend is a bias of the model</source>
        <translation>Vorhergesagt minus simuliert über der Vorhersage: ein Trend ist eine Verzerrung des Modells</translation>
    </message>
    <message>
        <source>Predicted against labels</source>
        <translation>Vorhergesagt gegen Labels</translation>
    </message>
    <message>
        <source>Against labels</source>
        <translation>Gegen Labels</translation>
    </message>
    <message>
        <source>Each genotype at its measured or simulated and its predicted value: on the line the prediction is right</source>
        <translation>Jeder Genotyp bei seinem gemessenen oder simulierten und seinem vorhergesagten Wert: auf der Linie stimmt die Vorhersage</translation>
    </message>
    <message>
        <source>Predicted minus measured or simulated over the prediction: a trend is a bias of the model</source>
        <translation>Vorhergesagt minus gemessen oder simuliert über der Vorhersage: ein Trend ist eine Verzerrung des Modells</translation>
    </message>
    <message>
        <source>Arrow keys move between genotypes, plus and minus zoom, Home shows everything.</source>
        <translation>Pfeiltasten wechseln den Genotyp, Plus und Minus zoomen, Pos1 zeigt alles.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MediumBox</name>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>What the cell may take up in simulations. %1</source>
        <translation>Was die Zelle in Simulationen aufnehmen darf. %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MediumDialog</name>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>checking growth…</source>
        <translation>prüft das Wachstum …</translation>
    </message>
    <message>
        <source>Name of the medium</source>
        <translation>Name des Mediums</translation>
    </message>
    <message>
        <source>Search a nutrient</source>
        <translation>Nährstoff suchen</translation>
    </message>
    <message>
        <source>Only what is taken up</source>
        <translation>Nur was aufgenommen wird</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nutrients</source>
        <translation>Nährstoffe</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Add to the medium</source>
        <translation>Ins Medium geben</translation>
    </message>
    <message>
        <source>Let the cell take up the selected nutrients, at most %1 mmol/gDW/h of each</source>
        <translation>Die gewählten Nährstoffe aufnehmen lassen, von jedem höchstens %1 mmol/gDW/h</translation>
    </message>
    <message>
        <source>Take the selected nutrients out of the medium</source>
        <translation>Die gewählten Nährstoffe aus dem Medium nehmen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Save and use</source>
        <translation>Speichern und verwenden</translation>
    </message>
    <message>
        <source>Write it beside the cell, under this name</source>
        <translation>Unter diesem Namen neben die Zelle schreiben</translation>
    </message>
    <message>
        <source>%1, edited</source>
        <translation>%1, bearbeitet</translation>
    </message>
    <message>
        <source>The wild type grows at %1 per hour.</source>
        <translation>Der Wildtyp wächst mit %1 pro Stunde.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MediumModel</name>
    <message>
        <source>Nutrient</source>
        <translation>Nährstoff</translation>
    </message>
    <message>
        <source>Exchange reaction</source>
        <translation>Austauschreaktion</translation>
    </message>
    <message>
        <source>Uptake (mmol/gDW/h)</source>
        <translation>Aufnahme (mmol/gDW/h)</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 zeigen</translation>
    </message>
    <message>
        <source>Show in Issues</source>
        <translation>In Meldungen zeigen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MetabolismPanel</name>
    <message>
        <source>Range of flux</source>
        <translation>Spielraum des Flusses</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MetabolismPanel::Private</name>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezeichnet…</translation>
    </message>
    <message>
        <source>The map could not be drawn.</source>
        <translation>Die Karte konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>Part %1: %2</source>
        <translation>Teil %1: %2</translation>
    </message>
    <message>
        <source>There is too much for one map that can be read: it is divided.</source>
        <translation>Für eine lesbare Karte ist es zu viel: Sie ist geteilt.</translation>
    </message>
    <message>
        <source>%1 was opened</source>
        <translation>%1 wurde geöffnet</translation>
    </message>
    <message>
        <source>There is nothing to draw.</source>
        <translation>Es gibt nichts zu zeichnen.</translation>
    </message>
    <message>
        <source>divided, as it is too large for one map</source>
        <translation>geteilt, da zu groß für eine Karte</translation>
    </message>
    <message>
        <source>Open a cell to see its metabolism.</source>
        <translation>Eine Zelle öffnen, um ihren Stoffwechsel zu sehen.</translation>
    </message>
    <message>
        <source>This cell has no metabolic model. Import one beside the networks (File › Import cell) to see maps.</source>
        <translation>Diese Zelle hat kein Stoffwechselmodell. Eines neben den Netzwerken importieren (Datei › Zelle importieren), um Karten zu sehen.</translation>
    </message>
    <message>
        <source>Choose a pathway on the left, or open a map that somebody drew.</source>
        <translation>Links einen Stoffwechselweg wählen oder eine gezeichnete Karte öffnen.</translation>
    </message>
    <message>
        <source>Open map</source>
        <translation>Karte öffnen</translation>
    </message>
    <message>
        <source>Maps (*.json *.sbgn *.xml *.sbml *.gz *.bz2)</source>
        <translation>Karten (*.json *.sbgn *.xml *.sbml *.gz *.bz2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save map</source>
        <translation>Karte speichern</translation>
    </message>
    <message>
        <source>Escher maps (*.json)</source>
        <translation>Escher-Karten (*.json)</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>nicht hier</translation>
    </message>
    <message>
        <source>No set of genes switches %1 off: it needs none, or one that the cell does not have.</source>
        <translation>Kein Satz von Genen schaltet %1 aus: Die Reaktion braucht keines, oder eines, das die Zelle nicht hat.</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>%1 zurückbringen</translation>
    </message>
    <message>
        <source>Knock out %1</source>
        <translation>%1 ausschalten</translation>
    </message>
    <message>
        <source>There are more sets</source>
        <translation>Es gibt weitere Sätze</translation>
    </message>
    <message>
        <source>bringing back of %1</source>
        <translation>Zurückbringen von %1</translation>
    </message>
    <message>
        <source>knockout of %1</source>
        <translation>Knockout von %1</translation>
    </message>
    <message>
        <source>Not in this cell</source>
        <translation>Nicht in dieser Zelle</translation>
    </message>
    <message>
        <source>What is selected on the map</source>
        <translation>Was auf der Karte ausgewählt ist</translation>
    </message>
    <message>
        <source>Click on a reaction or a metabolite to read about it.</source>
        <translation>Auf eine Reaktion oder einen Metaboliten klicken, um darüber zu lesen.</translation>
    </message>
    <message>
        <source>Open map…</source>
        <translation>Karte öffnen…</translation>
    </message>
    <message>
        <source>Wild type</source>
        <translation>Wildtyp</translation>
    </message>
    <message>
        <source>Knockout</source>
        <translation>Knockout</translation>
    </message>
    <message>
        <source>What the lines show</source>
        <translation>Was die Linien zeigen</translation>
    </message>
    <message>
        <source>What width and colour of the lines show</source>
        <translation>Was Breite und Farbe der Linien zeigen</translation>
    </message>
    <message>
        <source>Lines only</source>
        <translation>Nur Linien</translation>
    </message>
    <message>
        <source>Flux, wild type</source>
        <translation>Fluss, Wildtyp</translation>
    </message>
    <message>
        <source>Flux, knockout</source>
        <translation>Fluss, Knockout</translation>
    </message>
    <message>
        <source>Change of flux</source>
        <translation>Änderung des Flusses</translation>
    </message>
    <message>
        <source>Find on the map</source>
        <translation>Auf der Karte suchen</translation>
    </message>
    <message>
        <source>Reactions, metabolites and genes by name or id; Return goes to the next (/ from the map)</source>
        <translation>Reaktionen, Metaboliten und Gene nach Name oder Kennung; die Eingabetaste geht zum nächsten (/ von der Karte aus)</translation>
    </message>
    <message>
        <source>Show the whole map (F)</source>
        <translation>Die ganze Karte zeigen (F)</translation>
    </message>
    <message>
        <source>Wild type and knockout side by side</source>
        <translation>Wildtyp und Knockout nebeneinander</translation>
    </message>
    <message>
        <source>Move discs, names and curves of the map (Alt and arrows move what is selected)</source>
        <translation>Kreise, Namen und Kurven der Karte verschieben (Alt und Pfeile verschieben das Ausgewählte)</translation>
    </message>
    <message>
        <source>Undo moving</source>
        <translation>Verschieben rückgängig machen</translation>
    </message>
    <message>
        <source>Redo moving</source>
        <translation>Verschieben wiederholen</translation>
    </message>
    <message>
        <source>Open map… (Escher JSON, SBGN-ML, SBML with a layout)</source>
        <translation>Karte öffnen… (Escher-JSON, SBGN-ML, SBML mit Layout)</translation>
    </message>
    <message>
        <source>Save map… (Escher JSON)</source>
        <translation>Karte speichern… (Escher-JSON)</translation>
    </message>
    <message>
        <source>Export picture… (PNG, SVG, PDF)</source>
        <translation>Bild exportieren… (PNG, SVG, PDF)</translation>
    </message>
    <message>
        <source>Part of the map</source>
        <translation>Teil der Karte</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MetabolismTab</name>
    <message>
        <source>&amp;Medium</source>
        <translation>&amp;Medium</translation>
    </message>
    <message>
        <source>The map was not drawn</source>
        <translation>Die Karte wurde nicht gezeichnet</translation>
    </message>
    <message>
        <source>Δ fitness</source>
        <translation>Δ Fitness</translation>
    </message>
    <message>
        <source>Fluxes</source>
        <translation>Flüsse</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Made again with %1 in the medium</source>
        <translation>Mit %1 im Medium wieder herstellbar</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ModelInfoDialog</name>
    <message>
        <source>Remarks</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>Passung</translation>
    </message>
    <message>
        <source>The model fits the open cell, %1</source>
        <translation>Das Modell passt zur geöffneten Zelle, %1</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Model information</source>
        <translation>Modellinformationen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PairHeatMap</name>
    <message>
        <source>No pairs to show yet.
Screen all pairs of a list of genes.</source>
        <translation>Noch keine Paare zu zeigen.
Screenen Sie alle Paare einer Genliste.</translation>
    </message>
    <message>
        <source>Pair heat map</source>
        <translation>Heatmap der Paare</translation>
    </message>
    <message>
        <source>All pairs of a list of genes, coloured by value. Arrow keys move between pairs, Return opens one, plus and minus zoom, 0 shows everything, Shift with an arrow key moves the map.</source>
        <translation>Alle Paare einer Genliste, nach Wert gefärbt. Pfeiltasten wechseln das Paar, Eingabe öffnet eines, Plus und Minus zoomen, 0 zeigt alles, Umschalt mit einer Pfeiltaste verschiebt die Karte.</translation>
    </message>
    <message>
        <source>The model&apos;s interaction score of each pair</source>
        <translation>Der Interaktions-Score des Modells für jedes Paar</translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation>Geclustert</translation>
    </message>
    <message>
        <source>Genes with similar partners beside each other (average linkage)</source>
        <translation>Gene mit ähnlichen Partnern nebeneinander (Average-Linkage)</translation>
    </message>
    <message>
        <source>A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>Genes by name</source>
        <translation>Gene nach Namen</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>Wie angegeben</translation>
    </message>
    <message>
        <source>Genes in the order of the list</source>
        <translation>Gene in der Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Copy or save the map as a picture, or the matrix as a table in this order</source>
        <translation>Die Karte als Bild kopieren oder speichern, oder die Matrix als Tabelle in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>Tabelle speichern…</translation>
    </message>
    <message>
        <source>%1 genes are too many for a heat map, which shows up to %2.
Choose fewer of them.</source>
        <translation>%1 Gene sind zu viele für eine Heatmap, die bis zu %2 zeigt.
Weniger Gene wählen.</translation>
    </message>
    <message>
        <source>each dot: the most extreme of %1 × %1 pairs</source>
        <translation>jeder Punkt: das extremste von %1 × %1 Paaren</translation>
    </message>
    <message>
        <source>negative: sicker than expected</source>
        <translation>negativ: kränker als erwartet</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>no value: same gene, or not computed</source>
        <translation>kein Wert: dasselbe Gen oder nicht berechnet</translation>
    </message>
    <message>
        <source>same gene</source>
        <translation>dasselbe Gen</translation>
    </message>
    <message>
        <source>diagonal: single deletions</source>
        <translation>Diagonale: Einzeldeletionen</translation>
    </message>
    <message>
        <source>not computed</source>
        <translation>nicht berechnet</translation>
    </message>
    <message>
        <source>ordering the genes…</source>
        <translation>Gene werden geordnet…</translation>
    </message>
    <message>
        <source>too little memory to order the genes</source>
        <translation>zu wenig Arbeitsspeicher, um die Gene zu ordnen</translation>
    </message>
    <message>
        <source>%1 % of the pairs lie beyond the colours</source>
        <translation>%1 % der Paare liegen außerhalb der Farbskala</translation>
    </message>
    <message>
        <source>values %1 … %2</source>
        <translation>Werte %1 … %2</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>%1: cannot be written (%2).</source>
        <translation>%1: nicht beschreibbar (%2).</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv);;TSV (*.tsv)</source>
        <translation>CSV (*.csv);;TSV (*.tsv)</translation>
    </message>
    <message>
        <source>Pair with the cursor</source>
        <translation>Paar unter dem Cursor</translation>
    </message>
    <message>
        <source>About %1 of %2 genes are named at this size; smaller text or a larger picture names more.</source>
        <translation>In dieser Größe werden etwa %1 von %2 Genen benannt; kleinere Schrift oder ein größeres Bild benennt mehr.</translation>
    </message>
    <message>
        <source>%1: choose a name that ends in .csv or .tsv.</source>
        <translation>%1: Einen Namen wählen, der auf .csv oder .tsv endet.</translation>
    </message>
    <message>
        <source>Fitness minus the product of the single deletions&apos; fitness</source>
        <translation>Fitness minus Produkt der Fitness der Einzeldeletionen</translation>
    </message>
    <message>
        <source>Fitness of each pair; single deletions on the diagonal</source>
        <translation>Fitness jedes Paars; Einzeldeletionen auf der Diagonalen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PasteDialog</name>
    <message>
        <source>Names of genes</source>
        <translation>Gennamen</translation>
    </message>
    <message>
        <source>HXK2 PGI1
YFR053C</source>
        <translation>HXK2 PGI1
YFR053C</translation>
    </message>
    <message>
        <source>HXK2 PGI1
ZWF1
YFR053C, YGL253W
WT</source>
        <translation>HXK2 PGI1
ZWF1
YFR053C, YGL253W
WT</translation>
    </message>
    <message>
        <source>Names of the genes to delete, separated by blanks, commas or lines.</source>
        <translation>Namen der zu deletierenden Gene, getrennt durch Leerzeichen, Kommas oder Zeilen.</translation>
    </message>
    <message>
        <source>One genotype a line; names separated by blanks, commas or semicolons. WT is the wild type, # starts a comment. A table with a column “knockouts” works too.</source>
        <translation>Ein Genotyp je Zeile; Namen getrennt durch Leerzeichen, Kommas oder Semikolons. WT ist der Wildtyp, # beginnt einen Kommentar. Auch eine Tabelle mit einer Spalte „knockouts“ ist möglich.</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>What the list means</source>
        <translation>Was die Liste bedeutet</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>No cell is open, so there are no genes to find. Open a cell first.</source>
        <translation>Keine Zelle ist geöffnet, also gibt es keine Gene zu finden. Öffnen Sie erst eine Zelle.</translation>
    </message>
    <message>
        <source>Looking up the names…</source>
        <translation>Namen nachschlagen…</translation>
    </message>
    <message>
        <source>Choose a gene for every name, or leave it out</source>
        <translation>Für jeden Namen ein Gen wählen oder ihn auslassen</translation>
    </message>
    <message>
        <source>Open a list of knockouts</source>
        <translation>Liste von Knockouts öffnen</translation>
    </message>
    <message>
        <source>Lists and tables (*.txt *.csv *.tsv *.gz);;All files (*)</source>
        <translation>Listen und Tabellen (*.txt *.csv *.tsv *.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1: this is not a text file in UTF-8 — save the list as plain text</source>
        <translation>%1: das ist keine Textdatei in UTF-8 – die Liste als reinen Text speichern</translation>
    </message>
    <message>
        <source>Paste genes to knock out</source>
        <translation>Zu deletierende Gene einfügen</translation>
    </message>
    <message>
        <source>Paste genotypes</source>
        <translation>Genotypen einfügen</translation>
    </message>
    <message>
        <source>Paste names on the left, open a file, or drop one there.</source>
        <translation>Links Namen einfügen, eine Datei öffnen oder dorthin ziehen.</translation>
    </message>
    <message>
        <source>Knock out</source>
        <translation>Deletieren</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PasteParser</name>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PastePreviewModel</name>
    <message>
        <source>(%1 left out)</source>
        <translation>(%1 ausgelassen)</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PictureDialog</name>
    <message>
        <source>Export the picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Chosen below</source>
        <translation>Unten gewählt</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Dots per inch of a .png; .svg and .pdf are sharp at any size</source>
        <translation>Punkte je Zoll einer .png; .svg und .pdf sind in jeder Größe scharf</translation>
    </message>
    <message>
        <source>Width of</source>
        <translation>Breite von</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>%1 × %2 mm · %3 × %4 pixels as .png</source>
        <translation>%1 × %2 mm · %3 × %4 Pixel als .png</translation>
    </message>
    <message>
        <source>Text smaller than %1 points is hard to read.</source>
        <translation>Schrift unter %1 Punkt ist schwer zu lesen.</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>Es gibt noch nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Image (*.png);;Scalable picture (*.svg);;Document (*.pdf)</source>
        <translation>Bild (*.png);;Skalierbares Bild (*.svg);;Dokument (*.pdf)</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PlanPanel</name>
    <message>
        <source>No plan was made</source>
        <translation>Kein Plan wurde gemacht</translation>
    </message>
    <message>
        <source>Measurements were read</source>
        <translation>Messungen wurden gelesen</translation>
    </message>
    <message>
        <source>Measurements were not added</source>
        <translation>Messungen wurden nicht angefügt</translation>
    </message>
    <message>
        <source>Open a cell and a model first.</source>
        <translation>Öffnen Sie zuerst eine Zelle und ein Modell.</translation>
    </message>
    <message>
        <source>A plan needs a model: open or train one.</source>
        <translation>Ein Plan braucht ein Modell: öffnen oder trainieren Sie eines.</translation>
    </message>
    <message>
        <source>Tick the genes of interest first: the knockout set is empty.</source>
        <translation>Kreuzen Sie zuerst die Gene an, um die es geht: die Knockout-Menge ist leer.</translation>
    </message>
    <message>
        <source>The list of genotypes is empty: paste some, or add rows of a screen.</source>
        <translation>Die Liste der Genotypen ist leer: fügen Sie welche ein, oder übernehmen Sie Zeilen eines Screens.</translation>
    </message>
    <message>
        <source>Choose the strains that answer most: “Plan” looks at all candidates and counts what has to be built. Strains whose fitness is among the measured values need not be built.</source>
        <translation>Wählen Sie die Stämme, die am meisten beantworten: „Plan“ sieht alle Kandidaten an und zählt, was gebaut werden muss. Stämme, deren Fitness unter den Messwerten ist, müssen nicht gebaut werden.</translation>
    </message>
    <message>
        <source>Simulated values do not count as measured</source>
        <translation>Simulierte Werte gelten nicht als gemessen</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>Folder for tables, plates and reasons</source>
        <translation>Ordner für Tabellen, Platten und Gründe</translation>
    </message>
    <message>
        <source>Folder that the plan was written to</source>
        <translation>Ordner, in den der Plan geschrieben wurde</translation>
    </message>
    <message>
        <source>Filled plate sheet</source>
        <translation>Ausgefülltes Plattenblatt</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>Labels to add the measured values to</source>
        <translation>Messwertdatei, an die angefügt wird</translation>
    </message>
    <message>
        <source>Labels (*.tsv)</source>
        <translation>Messwerte (*.tsv)</translation>
    </message>
    <message>
        <source>All pairs of the cell</source>
        <translation>Alle Paare der Zelle</translation>
    </message>
    <message>
        <source>Knockout set × all genes</source>
        <translation>Knockout-Menge × alle Gene</translation>
    </message>
    <message>
        <source>List of genotypes</source>
        <translation>Liste der Genotypen</translation>
    </message>
    <message>
        <source>Find hits</source>
        <translation>Treffer finden</translation>
    </message>
    <message>
        <source>Learn most</source>
        <translation>Am meisten lernen</translation>
    </message>
    <message>
        <source>Find and learn</source>
        <translation>Finden und lernen</translation>
    </message>
    <message>
        <source>Test where models disagree</source>
        <translation>Prüfen, wo Modelle sich widersprechen</translation>
    </message>
    <message>
        <source>A hit has an interaction below this; above it where it is positive</source>
        <translation>Ein Treffer hat eine Interaktion darunter; darüber, wenn sie positiv ist</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Genotypes with the same gene, at most</source>
        <translation>Genotypen mit demselben Gen, höchstens</translation>
    </message>
    <message>
        <source> kb</source>
        <translation> kb</translation>
    </message>
    <message>
        <source>Pairs of genes nearer than this are left out: crosses hardly separate them</source>
        <translation>Paare von Genen, die näher liegen, bleiben außen vor: Kreuzungen trennen sie kaum</translation>
    </message>
    <message>
        <source>96 wells</source>
        <translation>96 Näpfe</translation>
    </message>
    <message>
        <source>384 wells</source>
        <translation>384 Näpfe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Strains</source>
        <translation>Stämme</translation>
    </message>
    <message>
        <source>Plates</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Per gene</source>
        <translation>Je Gen</translation>
    </message>
    <message>
        <source>Replicates</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Gekoppelt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write to folder…</source>
        <translation>In Ordner schreiben…</translation>
    </message>
    <message>
        <source>Add measurements…</source>
        <translation>Messungen anfügen…</translation>
    </message>
    <message>
        <source>Progress of the plan</source>
        <translation>Fortschritt des Plans</translation>
    </message>
    <message>
        <source>Plate </source>
        <translation>Platte </translation>
    </message>
    <message>
        <source>Plate</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation>Genotypen</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PlanTableView</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Order in which to answer genotypes</source>
        <translation>Reihenfolge, in der Genotypen zu beantworten sind</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Order of use: singles before pairs before triples</source>
        <translation>Reihenfolge des Gebrauchs: einfache vor Paaren vor Tripeln</translation>
    </message>
    <message>
        <source>Strain</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>Systematic names</source>
        <translation>Systematische Namen</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Deleted genes</source>
        <translation>Deletierte Gene</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>build: to be built and measured; freezer: there, to be measured; measured: its fitness is known</source>
        <translation>build: zu bauen und zu messen; freezer: vorhanden, zu messen; measured: seine Fitness ist bekannt</translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>Relative to wild type (= 1)</source>
        <translation>Relativ zum Wildtyp (= 1)</translation>
    </message>
    <message>
        <source>± Fitness</source>
        <translation>± Fitness</translation>
    </message>
    <message>
        <source>Standard error of the fitness</source>
        <translation>Standardfehler der Fitness</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Product of the single fitnesses</source>
        <translation>Produkt der Fitness der einzelnen Deletionen</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Predicted ε of pairs, τ of triples; negative: sicker than expected</source>
        <translation>Vorhergesagtes ε von Paaren, τ von Tripeln; negativ: kränker als erwartet</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Lower end of the 90 % interval</source>
        <translation>Unteres Ende des 90-%-Intervalls</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Upper end of the 90 % interval</source>
        <translation>Oberes Ende des 90-%-Intervalls</translation>
    </message>
    <message>
        <source>P(hit)</source>
        <translation>P(Treffer)</translation>
    </message>
    <message>
        <source>Probability that the measured interaction is beyond the threshold</source>
        <translation>Wahrscheinlichkeit, dass die gemessene Interaktion jenseits der Schwelle liegt</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Standard deviation of the measured value around the predicted one</source>
        <translation>Standardabweichung des gemessenen Werts um den vorhergesagten</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>What measuring it tells beyond the genotypes before it, in nats</source>
        <translation>Was seine Messung über die Genotypen vor ihm hinaus sagt, in Nat</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Standard deviation over the models of the ensemble</source>
        <translation>Standardabweichung über die Modelle des Ensembles</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>Training genotypes that held the least trained gene</source>
        <translation>Genotypen des Trainings, die das am wenigsten trainierte Gen enthielten</translation>
    </message>
    <message>
        <source>To build</source>
        <translation>Zu bauen</translation>
    </message>
    <message>
        <source>Strains it needs that are not there</source>
        <translation>Stämme, die er braucht und die nicht da sind</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Order of the strain with which it can be answered</source>
        <translation>Folge des Stamms, mit dem er beantwortet werden kann</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Gebraucht von</translation>
    </message>
    <message>
        <source>Genotypes that need it, by rank</source>
        <translation>Genotypen, die ihn brauchen, nach Rang</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Genotypes that it completes, by rank</source>
        <translation>Genotypen, die er vollständig macht, nach Rang</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Predicted interaction</source>
        <translation>Vorhergesagte Interaktion</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Measured interaction</source>
        <translation>Gemessene Interaktion</translation>
    </message>
    <message>
        <source>±</source>
        <translation>±</translation>
    </message>
    <message>
        <source>Standard error of the measured interaction</source>
        <translation>Standardfehler der gemessenen Interaktion</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Probability of as large an interaction by the error alone</source>
        <translation>Wahrscheinlichkeit einer so großen Interaktion allein durch den Fehler</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>1: the measured value lies in the 90 % interval</source>
        <translation>1: der gemessene Wert liegt im 90-%-Intervall</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>1: beyond the threshold</source>
        <translation>1: jenseits der Schwelle</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PredictionCard</name>
    <message>
        <source>fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>Predicted growth relative to wild type (= 1)</source>
        <translation>Vorhergesagtes Wachstum relativ zum Wildtyp (= 1)</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>Product of the predicted fitness of the single deletions</source>
        <translation>Produkt der vorhergesagten Fitness der Einzeldeletionen</translation>
    </message>
    <message>
        <source>interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>Growth relative to wild type by flux balance analysis</source>
        <translation>Wachstum relativ zum Wildtyp nach Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Fitness minus wild type</source>
        <translation>Fitness minus Wildtyp</translation>
    </message>
    <message>
        <source>no reaction blocked</source>
        <translation>keine Reaktion blockiert</translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <translation>%1&#xa0;pro Stunde</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>Measured growth relative to wild type, where the loaded labels hold it</source>
        <translation>Gemessenes Wachstum relativ zum Wildtyp, sofern die geladenen Messwerte es enthalten</translation>
    </message>
    <message>
        <source>not in these labels</source>
        <translation>nicht in diesen Messwerten</translation>
    </message>
    <message>
        <source>interaction %1</source>
        <translation>Interaktion %1</translation>
    </message>
    <message>
        <source>Growth relative to wild type in the loaded labels, which were simulated, not measured</source>
        <translation>Wachstum relativ zum Wildtyp in den geladenen Labels, die simuliert und nicht gemessen sind</translation>
    </message>
    <message>
        <source>Growth relative to wild type in the loaded labels, some of which were simulated</source>
        <translation>Wachstum relativ zum Wildtyp in den geladenen Labels, von denen einige simuliert sind</translation>
    </message>
    <message>
        <source>simulated label</source>
        <translation>simuliertes Label</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>fitness − expected</source>
        <translation>Fitness − erwartet</translation>
    </message>
    <message>
        <source>Predicted fitness minus expected fitness (epistasis); negative: sicker than expected. Of three and more deletions it holds the interactions of their pairs as well.</source>
        <translation>Vorhergesagte Fitness minus erwartete Fitness (Epistasis); negativ: kränker als erwartet. Bei drei und mehr Deletionen enthält sie auch die Interaktionen ihrer Paare.</translation>
    </message>
    <message>
        <source>Expectations are about two and more deletions</source>
        <translation>Erwartungen gibt es erst bei zwei und mehr Deletionen</translation>
    </message>
    <message>
        <source>%1 alone: %2</source>
        <translation>%1 allein: %2</translation>
    </message>
    <message>
        <source>negative: sicker than expected</source>
        <translation>negativ: kränker als erwartet</translation>
    </message>
    <message>
        <source>interaction ε</source>
        <translation>Interaktion ε</translation>
    </message>
    <message>
        <source>Digenic ε: what two deletions do beyond the product of each alone; %1</source>
        <translation>Digenisches ε: was zwei Deletionen über das Produkt der einzelnen hinaus tun; %1</translation>
    </message>
    <message>
        <source>interaction τ</source>
        <translation>Interaktion τ</translation>
    </message>
    <message>
        <source>Trigenic τ: what three deletions do beyond their pairs, and no measure of all that they do; %1</source>
        <translation>Trigenisches τ: was drei Deletionen über ihre Paare hinaus tun, kein Maß für alles, was sie tun; %1</translation>
    </message>
    <message>
        <source>Predicted interaction score (ε for pairs, τ for triples); %1</source>
        <translation>Vorhergesagter Interaktionswert (ε bei Paaren, τ bei Tripeln); %1</translation>
    </message>
    <message>
        <source>An interaction is one of at least two deletions</source>
        <translation>Eine Interaktion gibt es erst bei zwei Deletionen</translation>
    </message>
    <message>
        <source>not in the metabolic model</source>
        <translation>nicht im Stoffwechselmodell</translation>
    </message>
    <message>
        <source>The metabolic model knows none of these genes: it says nothing about their deletion.</source>
        <translation>Das Stoffwechselmodell kennt keines dieser Gene: Über ihre Deletion sagt es nichts.</translation>
    </message>
    <message>
        <source>grows on rich medium only</source>
        <translation>wächst nur auf Vollmedium</translation>
    </message>
    <message>
        <source>No labels are loaded</source>
        <translation>Es sind keine Labels geladen</translation>
    </message>
    <message>
        <source>load labels…</source>
        <translation>Labels laden…</translation>
    </message>
    <message>
        <source>Load measured values, to see them beside the predictions</source>
        <translation>Messwerte laden, um sie neben den Vorhersagen zu sehen</translation>
    </message>
    <message>
        <source>sicker than the pairs explain</source>
        <translation>kränker, als die Paare erklären</translation>
    </message>
    <message>
        <source>sicker than expected</source>
        <translation>kränker als erwartet</translation>
    </message>
    <message>
        <source>healthier than the pairs explain</source>
        <translation>gesünder, als die Paare erklären</translation>
    </message>
    <message>
        <source>healthier than expected</source>
        <translation>gesünder als erwartet</translation>
    </message>
    <message>
        <source>about what the pairs explain</source>
        <translation>etwa so, wie die Paare erklären</translation>
    </message>
    <message>
        <source>about as expected</source>
        <translation>etwa wie erwartet</translation>
    </message>
    <message>
        <source>of two and more deletions</source>
        <translation>ab zwei Deletionen</translation>
    </message>
    <message>
        <source>medium: %1</source>
        <translation>Medium: %1</translation>
    </message>
    <message>
        <source>No growth on this medium; it grows where everything it can take up is there</source>
        <translation>Kein Wachstum auf diesem Medium; es wächst, wo alles da ist, was es aufnehmen kann</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Run database</source>
        <translation>Laufdatenbank</translation>
    </message>
    <message>
        <source>Another run database is used from the next start on.</source>
        <translation>Eine andere Laufdatenbank gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::RangeService</name>
    <message>
        <source>This build has no flux balance analysis</source>
        <translation>Diese Programmfassung hat keine Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Install GLPK and build again</source>
        <translation>GLPK installieren und neu bauen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsFilterBar</name>
    <message>
        <source>Filter results</source>
        <translation>Ergebnisse filtern</translation>
    </message>
    <message>
        <source>Filter: hxk2, fitness &lt; 0.5, |interaction| &gt; 0.08</source>
        <translation>Filter: hxk2, fitness &lt; 0.5, |interaction| &gt; 0.08</translation>
    </message>
    <message>
        <source>%1 What stands before it is applied.</source>
        <translation>%1 Was davor steht, wird angewandt.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Names and conditions, all of which a row must meet:&lt;/p&gt;&lt;p&gt;hxk2 pgi1&lt;br/&gt;fitness &amp;lt; 0.5, epistasis &amp;lt; -0.1&lt;br/&gt;|interaction| &amp;gt; 0.08 and support &amp;gt; 0&lt;br/&gt;essential = no, in_range = yes&lt;/p&gt;&lt;p&gt;Columns: %1&lt;/p&gt;</source>
        <translation>&lt;p&gt;Namen und Bedingungen, die eine Zeile alle erfüllen muss:&lt;/p&gt;&lt;p&gt;hxk2 pgi1&lt;br/&gt;fitness &amp;lt; 0.5, epistasis &amp;lt; -0.1&lt;br/&gt;|interaction| &amp;gt; 0.08 and support &amp;gt; 0&lt;br/&gt;essential = no, in_range = yes&lt;/p&gt;&lt;p&gt;Spalten: %1&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsHeader</name>
    <message>
        <source>show all</source>
        <translation>alle zeigen</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>läuft…</translation>
    </message>
    <message>
        <source>⚠ partial</source>
        <translation>⚠ unvollständig</translation>
    </message>
    <message>
        <source>The job was stopped before its end; the rows it had are kept.</source>
        <translation>Der Auftrag wurde vor dem Ende angehalten; die Zeilen bis dahin bleiben.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>Outside the range of the training labels: an extrapolation</source>
        <translation>Außerhalb des Bereichs der Trainingswerte: eine Extrapolation</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>No training genotype held one of these genes: the prediction rests on networks alone</source>
        <translation>Kein Trainingsgenotyp enthielt eines dieser Gene: die Vorhersage beruht allein auf den Netzen</translation>
    </message>
    <message>
        <source>not simulated</source>
        <translation>nicht simuliert</translation>
    </message>
    <message>
        <source>– not in model</source>
        <translation>– nicht im Modell</translation>
    </message>
    <message>
        <source>Essential, so not viable: %1</source>
        <translation>Essentiell, also nicht lebensfähig: %1</translation>
    </message>
    <message>
        <source>The metabolic model knows none of these genes: it says nothing about their deletion</source>
        <translation>Das Stoffwechselmodell kennt keines dieser Gene: Über ihre Deletion sagt es nichts</translation>
    </message>
    <message>
        <source>An interaction is one of at least two deletions</source>
        <translation>Eine Interaktion gibt es erst bei zwei Deletionen</translation>
    </message>
    <message>
        <source>%1, medium: %2</source>
        <translation>%1, Medium: %2</translation>
    </message>
    <message>
        <source>%1 infeasible</source>
        <translation>%1 unlösbar</translation>
    </message>
    <message>
        <source>infeasible: not even maintenance can be met, so that growth is 0</source>
        <translation>unlösbar: Nicht einmal der Erhaltungsbedarf ist zu decken, also kein Wachstum</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsPanel</name>
    <message>
        <source>There are no results to write.</source>
        <translation>Es gibt keine Ergebnisse zu schreiben.</translation>
    </message>
    <message>
        <source>Predict something first.</source>
        <translation>Erst etwas vorhersagen.</translation>
    </message>
    <message>
        <source>Nothing predicted yet.
Screen every single deletion to see where growth suffers, or tick genes on the left and press Predict.</source>
        <translation>Noch nichts vorhergesagt.
Sagen Sie alle Einzeldeletionen vorher, um zu sehen, wo das Wachstum leidet, oder haken Sie links Gene an und drücken Sie „Vorhersagen“.</translation>
    </message>
    <message>
        <source>All single knockouts</source>
        <translation>Alle Einzel-Knockouts</translation>
    </message>
    <message>
        <source>Fitness Δ</source>
        <translation>Fitness Δ</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>Alle Zeilen auswählen</translation>
    </message>
    <message>
        <source>Make this the knockout set</source>
        <translation>Als Knockout-Set übernehmen</translation>
    </message>
    <message>
        <source>Show in network</source>
        <translation>Im Netz zeigen</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>Tabelle exportieren…</translation>
    </message>
    <message>
        <source>Export the table as seen</source>
        <translation>Tabelle wie angezeigt exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)</source>
        <translation>CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>The table was not written</source>
        <translation>Die Tabelle wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Simulate</source>
        <translation>Simulieren</translation>
    </message>
    <message>
        <source>Simulate growth of the selected rows</source>
        <translation>Wachstum der gewählten Zeilen simulieren</translation>
    </message>
    <message>
        <source>Stop simulating; what was simulated is kept</source>
        <translation>Simulation anhalten; bereits Simuliertes bleibt</translation>
    </message>
    <message>
        <source>Stop simulating</source>
        <translation>Simulation anhalten</translation>
    </message>
    <message>
        <source>Simulate the growth of the rows shown by flux balance analysis, beside what is predicted</source>
        <translation>Das Wachstum der gezeigten Zeilen mit Flussbilanzanalyse simulieren, neben der Vorhersage</translation>
    </message>
    <message>
        <source>simulating %1 / %2</source>
        <translation>simuliert %1 / %2</translation>
    </message>
    <message>
        <source>simulated_fitness: %1</source>
        <translation>simulated_fitness: %1</translation>
    </message>
    <message>
        <source>as the cell has it</source>
        <translation>wie in der Zelle</translation>
    </message>
    <message>
        <source>Filter: hxk2, fitness &lt; 0.5, epistasis &lt; -0.1</source>
        <translation>Filter: hxk2, fitness &lt; 0.5, epistasis &lt; -0.1</translation>
    </message>
    <message>
        <source>Filter: hxk2, fitness &lt; 0.5, |interaction| &gt; 0.08</source>
        <translation>Filter: hxk2, fitness &lt; 0.5, |interaction| &gt; 0.08</translation>
    </message>
    <message>
        <source>Simulated fitness Δ</source>
        <translation>Simuliertes Fitness-Δ</translation>
    </message>
    <message>
        <source>Nothing simulated yet.
Simulate every single deletion to see where growth suffers, or tick genes on the left and press Simulate.</source>
        <translation>Noch nichts simuliert.
Jede Einzeldeletion simulieren, um zu sehen, wo das Wachstum leidet, oder links Gene anhaken und Simulieren drücken.</translation>
    </message>
    <message>
        <source>Simulate all single knockouts</source>
        <translation>Alle Einzeldeletionen simulieren</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsTable</name>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::RunsDock</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Edit &amp;Note</source>
        <translation>&amp;Notiz bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Open this run in the results (Return)</source>
        <translation>Diesen Lauf in den Ergebnissen öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Write the rows of this run to a file</source>
        <translation>Die Zeilen dieses Laufs in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write a note on this run (F2)</source>
        <translation>Eine Notiz zu diesem Lauf schreiben (F2)</translation>
    </message>
    <message>
        <source>Delete the selected runs (Delete); undo brings them back</source>
        <translation>Die gewählten Läufe löschen (Entf); Rückgängig holt sie zurück</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Filter runs by gene, cell, model, note …</source>
        <translation>Läufe filtern nach Gen, Zelle, Modell, Notiz …</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>Läufe filtern</translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The run history cannot be read.
%1</source>
        <translation>Der Verlauf ist nicht lesbar.
%1</translation>
    </message>
    <message>
        <source>No runs yet: tick genes and predict. Every prediction, screen, training and simulation is kept here.</source>
        <translation>Noch keine Läufe: Gene anhaken und vorhersagen. Jede Vorhersage, jeder Screen, jedes Training und jede Simulation bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>0 of %1</source>
        <translation>0 von %1</translation>
    </message>
    <message>
        <source>No run matches “%1”.</source>
        <translation>Kein Lauf passt zu „%1“.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>runs: %1</source>
        <translation>Läufe: %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::RunsModel</name>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation>Genotypen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenDialog</name>
    <message>
        <source>whole genome</source>
        <translation>ganzes Genom</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>pasted names</source>
        <translation>eingefügte Namen</translation>
    </message>
    <message>
        <source>No gene is knocked out</source>
        <translation>Kein Gen ist deletiert</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>Genotypes to screen</source>
        <translation>Genotypen für den Screen</translation>
    </message>
    <message>
        <source>Knockout lists (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Knockout-Listen (*.txt *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Keep the whole result</source>
        <translation>Gesamtes Ergebnis behalten</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>A spread needs several models; one is open</source>
        <translation>Eine Streuung braucht mehrere Modelle; geöffnet ist eines</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation>Genotypen</translation>
    </message>
    <message>
        <source>All single deletions</source>
        <translation>Alle Einzeldeletionen</translation>
    </message>
    <message>
        <source>The knockout set with each gene</source>
        <translation>Das Knockout-Set mit je einem weiteren Gen</translation>
    </message>
    <message>
        <source>All pairs</source>
        <translation>Alle Paare</translation>
    </message>
    <message>
        <source>All combinations of several genes</source>
        <translation>Alle Kombinationen mehrerer Gene</translation>
    </message>
    <message>
        <source>Genotypes of a file</source>
        <translation>Genotypen einer Datei</translation>
    </message>
    <message>
        <source>Genes in each</source>
        <translation>Gene je Genotyp</translation>
    </message>
    <message>
        <source>How many genes are deleted together</source>
        <translation>Wie viele Gene gemeinsam deletiert werden</translation>
    </message>
    <message>
        <source>Knockout set</source>
        <translation>Knockout-Set</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>The genes that are deleted</source>
        <translation>Die Gene, die deletiert werden</translation>
    </message>
    <message>
        <source>Names of genes</source>
        <translation>Gennamen</translation>
    </message>
    <message>
        <source>Names or systematic names, separated by blanks, commas or lines</source>
        <translation>Namen oder systematische Namen, getrennt durch Leerzeichen, Kommas oder Zeilen</translation>
    </message>
    <message>
        <source>PGI1 ZWF1 YGL253W …</source>
        <translation>PGI1 ZWF1 YGL253W …</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>A knockout list with one genotype a line, or a table with a column “knockouts”</source>
        <translation>Eine Knockout-Liste mit einem Genotyp je Zeile oder eine Tabelle mit einer Spalte „knockouts“</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Leave these names out</source>
        <translation>Diese Namen auslassen</translation>
    </message>
    <message>
        <source>Best rows</source>
        <translation>Beste Zeilen</translation>
    </message>
    <message>
        <source>How many of the best genotypes are kept and logged</source>
        <translation>Wie viele der besten Genotypen behalten und aufgezeichnet werden</translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation>Rangfolge nach</translation>
    </message>
    <message>
        <source>A column or an expression of columns: %1</source>
        <translation>Eine Spalte oder ein Ausdruck aus Spalten: %1</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Which end is best</source>
        <translation>Welches Ende das beste ist</translation>
    </message>
    <message>
        <source>lowest first</source>
        <translation>niedrigste zuerst</translation>
    </message>
    <message>
        <source>highest first</source>
        <translation>höchste zuerst</translation>
    </message>
    <message>
        <source>Only where</source>
        <translation>Nur wo</translation>
    </message>
    <message>
        <source>A condition on the columns: %1</source>
        <translation>Eine Bedingung an die Spalten: %1</translation>
    </message>
    <message>
        <source>Every row</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>What becomes of the rows that are not among the best</source>
        <translation>Was mit den Zeilen geschieht, die nicht zu den besten gehören</translation>
    </message>
    <message>
        <source>Browse all rows (temporary file)</source>
        <translation>Alle Zeilen durchblättern (temporäre Datei)</translation>
    </message>
    <message>
        <source>Browse all rows, and keep them as a NumPy file</source>
        <translation>Alle Zeilen durchblättern und als NumPy-Datei behalten</translation>
    </message>
    <message>
        <source>Keep the best rows only</source>
        <translation>Nur die besten Zeilen behalten</translation>
    </message>
    <message>
        <source>NumPy file</source>
        <translation>NumPy-Datei</translation>
    </message>
    <message>
        <source>The whole result as float32 array, for numpy.load</source>
        <translation>Das ganze Ergebnis als float32-Array, für numpy.load</translation>
    </message>
    <message>
        <source>screen.npy</source>
        <translation>screen.npy</translation>
    </message>
    <message>
        <source>Choose where the array is written</source>
        <translation>Wählen, wohin das Array geschrieben wird</translation>
    </message>
    <message>
        <source>Correct the names above, or leave them out</source>
        <translation>Die Namen oben korrigieren oder auslassen</translation>
    </message>
    <message>
        <source>Choose where the NumPy file is written</source>
        <translation>Wählen, wohin die NumPy-Datei geschrieben wird</translation>
    </message>
    <message>
        <source>The folder %1 does not exist; choose another</source>
        <translation>Den Ordner %1 gibt es nicht; einen anderen wählen</translation>
    </message>
    <message>
        <source>%1. Free some space, choose another folder, screen fewer genotypes, or keep the best rows only</source>
        <translation>%1. Platz schaffen, einen anderen Ordner wählen, weniger Genotypen screenen oder nur die besten Zeilen behalten</translation>
    </message>
    <message>
        <source>nothing on disk</source>
        <translation>nichts auf dem Datenträger</translation>
    </message>
    <message>
        <source>%1 on disk (%2 are free)</source>
        <translation>%1 auf dem Datenträger (%2 sind frei)</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>This takes long. The computer stays usable; you can cancel at any time, keep what is done, and go on later.</source>
        <translation>Das dauert lange. Der Rechner bleibt benutzbar; Sie können jederzeit abbrechen, das Fertige behalten und später fortsetzen.</translation>
    </message>
    <message>
        <source>More than %1 rows cannot be browsed: the table will show the best ones.</source>
        <translation>Mehr als %1 Zeilen lassen sich nicht durchblättern: die Tabelle wird die besten zeigen.</translation>
    </message>
    <message>
        <source>Choose what to rank by</source>
        <translation>Wählen, wonach geordnet wird</translation>
    </message>
    <message>
        <source>Genes known to be essential: deleting one alone is lethal, whatever else is deleted</source>
        <translation>Gene, die als essentiell bekannt sind: Die Deletion eines davon ist tödlich, was immer sonst deletiert ist</translation>
    </message>
    <message>
        <source>Genotypes with less training support than</source>
        <translation>Genotypen mit weniger Trainingsstützung als</translation>
    </message>
    <message>
        <source>Rank genotypes last whose least trained gene was in fewer training genotypes: what the model says of them rests on networks alone</source>
        <translation>Genotypen zuletzt ordnen, deren am wenigsten trainiertes Gen in weniger Trainingsgenotypen vorkam: Was das Modell über sie sagt, stützt sich nur auf Netzwerke</translation>
    </message>
    <message>
        <source>Least training support</source>
        <translation>Geringste Trainingsstützung</translation>
    </message>
    <message>
        <source>Training genotypes that held the least trained gene</source>
        <translation>Trainingsgenotypen, die das am wenigsten trainierte Gen enthielten</translation>
    </message>
    <message>
        <source>rank last</source>
        <translation>zuletzt ordnen</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Stützung</translation>
    </message>
    <message>
        <source>genes of the metabolic model</source>
        <translation>Gene des Stoffwechselmodells</translation>
    </message>
    <message>
        <source>Simulated growth has no interaction score; use epistasis</source>
        <translation>Simuliertes Wachstum hat keinen Interaktionswert; epistasis verwenden</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Whether a trained model predicts the genotypes or their growth is simulated by flux balance analysis</source>
        <translation>Ob ein trainiertes Modell die Genotypen vorhersagt oder ihr Wachstum durch Flussbilanzanalyse simuliert wird</translation>
    </message>
    <message>
        <source>predicted by the model</source>
        <translation>vom Modell vorhergesagt</translation>
    </message>
    <message>
        <source>simulated (medium: %1)</source>
        <translation>simuliert (Medium: %1)</translation>
    </message>
    <message>
        <source>Which genotypes are screened</source>
        <translation>Welche Genotypen durchgegangen werden</translation>
    </message>
    <message>
        <source>Columns: %1. Functions: %2</source>
        <translation>Spalten: %1. Funktionen: %2</translation>
    </message>
    <message>
        <source>Of the best %1, %2 are hits; by chance %3 would be (%4 %5 that trained nothing).</source>
        <translation>Von den besten %1 sind %2 Treffer; durch Zufall wären es %3 (%4 %5, die nichts trainiert haben).</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenPairView</name>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>of the best rows</source>
        <translation>der besten Zeilen</translation>
    </message>
    <message>
        <source>of the first rows in the table</source>
        <translation>der ersten Zeilen der Tabelle</translation>
    </message>
    <message>
        <source>of the selected rows</source>
        <translation>der gewählten Zeilen</translation>
    </message>
    <message>
        <source>all %1 of the screen</source>
        <translation>alle %1 des Screens</translation>
    </message>
    <message>
        <source>No pairs to show yet.
Screen all pairs of a list of genes.</source>
        <translation>Noch keine Paare zu zeigen.
Alle Paare einer Genliste screenen.</translation>
    </message>
    <message>
        <source>A heat map shows all pairs of a list of genes.
Screen pairs to see one.</source>
        <translation>Eine Heatmap zeigt alle Paare einer Genliste.
Paare screenen, um eine zu sehen.</translation>
    </message>
    <message>
        <source>Of this screen only the best rows were kept.
Keep every row to see all pairs.</source>
        <translation>Von diesem Screen wurden nur die besten Zeilen behalten.
Alle Zeilen behalten, um alle Paare zu sehen.</translation>
    </message>
    <message>
        <source>Select rows in the table, then choose their genes again.</source>
        <translation>Zeilen in der Tabelle auswählen, dann erneut deren Gene wählen.</translation>
    </message>
    <message>
        <source>There are no rows to take genes from.</source>
        <translation>Es gibt keine Zeilen, aus denen Gene zu nehmen wären.</translation>
    </message>
    <message>
        <source>%1 of %2 genes; a map shows up to %3 at once</source>
        <translation>%1 von %2 Genen; eine Heatmap zeigt bis zu %3 auf einmal</translation>
    </message>
    <message>
        <source>Reading the pairs…</source>
        <translation>Paare lesen…</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
    <message>
        <source>%1, simulated</source>
        <translation>%1, simuliert</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenPanel</name>
    <message>
        <source>The screen was not begun</source>
        <translation>Der Screen wurde nicht begonnen</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Vorbereiten…</translation>
    </message>
    <message>
        <source> · %1 left</source>
        <translation> · noch %1</translation>
    </message>
    <message>
        <source>Only the best rows are shown</source>
        <translation>Nur die besten Zeilen werden gezeigt</translation>
    </message>
    <message>
        <source>The array has no description beside it</source>
        <translation>Neben dem Array liegt keine Beschreibung</translation>
    </message>
    <message>
        <source>The screen stopped</source>
        <translation>Der Screen hielt an</translation>
    </message>
    <message>
        <source>A screen was interrupted: %1.</source>
        <translation>Ein Screen wurde unterbrochen: %1.</translation>
    </message>
    <message>
        <source>A screen was interrupted; the tab “Screen” goes on with it, or discards it</source>
        <translation>Ein Screen wurde unterbrochen; der Reiter „Screen“ setzt ihn fort oder verwirft ihn</translation>
    </message>
    <message>
        <source>%1 Open the cell %2 with %3 to go on.</source>
        <translation>%1 Zum Fortsetzen die Zelle %2 mit %3 öffnen.</translation>
    </message>
    <message>
        <source>Go on where the screen ended</source>
        <translation>Fortsetzen, wo der Screen endete</translation>
    </message>
    <message>
        <source>The screen was not gone on with</source>
        <translation>Der Screen wurde nicht fortgesetzt</translation>
    </message>
    <message>
        <source>%1 of %2 genotypes</source>
        <translation>%1 von %2 Genotypen</translation>
    </message>
    <message>
        <source>%1 match</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>the best %1 are shown</source>
        <translation>die besten %1 werden gezeigt</translation>
    </message>
    <message>
        <source>A screen is running; wait for it or cancel it</source>
        <translation>Ein Screen läuft; abwarten oder abbrechen</translation>
    </message>
    <message>
        <source>Choose what to screen (Ctrl+Shift+S)</source>
        <translation>Wählen, was gescreent wird (Strg+Umschalt+S)</translation>
    </message>
    <message>
        <source>Histogram, genes and rows appear when the screen ends. Cancelling keeps what is done.</source>
        <translation>Histogramm, Gene und Zeilen erscheinen, wenn der Screen endet. Beim Abbrechen bleibt das Fertige erhalten.</translation>
    </message>
    <message>
        <source>Predict all single deletions, all pairs or larger combinations of genes, and look through the best.</source>
        <translation>Alle Einzeldeletionen, alle Paare oder größere Kombinationen von Genen vorhersagen und die besten durchsehen.</translation>
    </message>
    <message>
        <source>The unfinished screen is given up when this one starts.</source>
        <translation>Der unfertige Screen wird aufgegeben, wenn dieser beginnt.</translation>
    </message>
    <message>
        <source>Keeping what is done…</source>
        <translation>Fertiges sichern…</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Volcano</source>
        <translation>Volcano</translation>
    </message>
    <message>
        <source>Screen…</source>
        <translation>Screen…</translation>
    </message>
    <message>
        <source>Export rows…</source>
        <translation>Zeilen exportieren…</translation>
    </message>
    <message>
        <source>Write the rows of the table, as filtered and sorted</source>
        <translation>Die Zeilen der Tabelle schreiben, wie gefiltert und sortiert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End here; what is done is kept, and you can go on later</source>
        <translation>Hier beenden; was fertig ist, bleibt erhalten, und Sie können später fortsetzen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Give the unfinished screen up</source>
        <translation>Den unfertigen Screen aufgeben</translation>
    </message>
    <message>
        <source>Values of the histogram</source>
        <translation>Werte des Histogramms</translation>
    </message>
    <message>
        <source>Logarithmic counts</source>
        <translation>Logarithmische Anzahlen</translation>
    </message>
    <message>
        <source>Genes of the screen</source>
        <translation>Gene des Screens</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, such as fitness &lt; 0.5 &amp;&amp; support &gt; 20</source>
        <translation>Filter, etwa fitness &lt; 0.5 &amp;&amp; support &gt; 20</translation>
    </message>
    <message>
        <source>Show all values again</source>
        <translation>Wieder alle Werte zeigen</translation>
    </message>
    <message>
        <source>Show all genes again</source>
        <translation>Wieder alle Gene zeigen</translation>
    </message>
    <message>
        <source>Cancel the export</source>
        <translation>Export abbrechen</translation>
    </message>
    <message>
        <source>Cancel the export; no file is written</source>
        <translation>Den Export abbrechen; keine Datei wird geschrieben</translation>
    </message>
    <message>
        <source>Looking… %1 %</source>
        <translation>Suchen… %1 %</translation>
    </message>
    <message>
        <source>The rows were not found</source>
        <translation>Die Zeilen wurden nicht gefunden</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>A spread needs several models</source>
        <translation>Eine Streuung braucht mehrere Modelle</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>Drag over the bars to see only those genotypes</source>
        <translation>Über die Balken ziehen, um nur diese Genotypen zu sehen</translation>
    </message>
    <message>
        <source>Export the rows of the screen</source>
        <translation>Zeilen des Screens exportieren</translation>
    </message>
    <message>
        <source>screen.csv</source>
        <translation>screen.csv</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>ranked by %1 (validation r %2)</source>
        <translation>geordnet nach %1 (Validierung r %2)</translation>
    </message>
    <message>
        <source>ranked by %1</source>
        <translation>geordnet nach %1</translation>
    </message>
    <message>
        <source>Without essential genes</source>
        <translation>Ohne essentielle Gene</translation>
    </message>
    <message>
        <source>Show only genotypes without a gene that is known to be essential</source>
        <translation>Nur Genotypen ohne ein als essentiell bekanntes Gen zeigen</translation>
    </message>
    <message>
        <source>Rows with a gene that hardly any training genotype held come behind all others, whatever the rows are sorted by</source>
        <translation>Zeilen mit einem Gen, das kaum ein Trainingsgenotyp enthielt, stehen hinter allen anderen, wonach auch sortiert wird</translation>
    </message>
    <message>
        <source>Simulate the best</source>
        <translation>Die besten simulieren</translation>
    </message>
    <message>
        <source>How many rows to simulate</source>
        <translation>Wie viele Zeilen simuliert werden</translation>
    </message>
    <message>
        <source>Stop simulating</source>
        <translation>Simulation anhalten</translation>
    </message>
    <message>
        <source>Stop simulating; what was simulated is kept</source>
        <translation>Simulation anhalten; was simuliert ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>simulating %1 / %2</source>
        <translation>%1 / %2 simuliert</translation>
    </message>
    <message>
        <source>Simulate the growth of the table&apos;s first rows by flux balance analysis, beside what is predicted</source>
        <translation>Das Wachstum der ersten Zeilen der Tabelle nach Flussbilanzanalyse simulieren, neben dem Vorhergesagten</translation>
    </message>
    <message>
        <source>Support below %1 last</source>
        <translation>Stützung unter %1 zuletzt</translation>
    </message>
    <message>
        <source>without genotypes that hold an essential gene</source>
        <translation>ohne Genotypen mit einem essentiellen Gen</translation>
    </message>
    <message>
        <source>only rows that were simulated</source>
        <translation>nur simulierte Zeilen</translation>
    </message>
    <message>
        <source>%1 Open the cell %2, with the medium %3, to go on.</source>
        <translation>%1 Zum Fortsetzen die Zelle %2 öffnen, mit dem Medium %3.</translation>
    </message>
    <message>
        <source>Simulate all single deletions, all pairs or larger combinations of genes, and look through the best.</source>
        <translation>Alle Einzeldeletionen, alle Paare oder größere Kombinationen von Genen simulieren und die besten durchsehen.</translation>
    </message>
    <message>
        <source>These rows are simulated already</source>
        <translation>Diese Zeilen sind bereits simuliert</translation>
    </message>
    <message>
        <source>Filter, such as fitness &lt; 0.5 &amp;&amp; epistasis &lt; -0.1</source>
        <translation>Filter, etwa fitness &lt; 0.5 &amp;&amp; epistasis &lt; -0.1</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>Simulated growth has no interaction score; use epistasis</source>
        <translation>Simuliertes Wachstum hat keinen Interaktionswert; epistasis verwenden</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenService</name>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>Open a model that was trained for this cell</source>
        <translation>Ein Modell öffnen, das für diese Zelle trainiert wurde</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenSimulation</name>
    <message>
        <source>This cell has no metabolism</source>
        <translation>Diese Zelle hat keinen Stoffwechsel</translation>
    </message>
    <message>
        <source>No cell is open</source>
        <translation>Es ist keine Zelle offen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenTable</name>
    <message>
        <source>Genotypes of the screen</source>
        <translation>Genotypen des Screens</translation>
    </message>
    <message>
        <source>Make it the knockout set</source>
        <translation>Als Knockout-Set übernehmen</translation>
    </message>
    <message>
        <source>Add to the list of genotypes</source>
        <translation>Zur Genotypliste hinzufügen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>simulation disagrees</source>
        <translation>Simulation widerspricht</translation>
    </message>
    <message>
        <source>Simulate growth</source>
        <translation>Wachstum simulieren</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenTableModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Outside the range of the training labels: an extrapolation</source>
        <translation>Außerhalb des Bereichs der Trainingswerte: eine Extrapolation</translation>
    </message>
    <message>
        <source>No training genotype held one of these genes: the prediction rests on networks alone</source>
        <translation>Kein Trainingsgenotyp enthielt eines dieser Gene: die Vorhersage beruht allein auf den Netzen</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>%1; sorts in the order of the screen</source>
        <translation>%1; sortiert in der Reihenfolge des Screens</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>Essentiell</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Not simulated: “Simulate” above the table does</source>
        <translation>Nicht simuliert: „Simulieren“ über der Tabelle tut es</translation>
    </message>
    <message>
        <source>Not in the metabolic model: it knows none of these genes, and says nothing about them</source>
        <translation>Nicht im Stoffwechselmodell: Es kennt keines dieser Gene und sagt nichts über sie</translation>
    </message>
    <message>
        <source>%1; not every gene is in the metabolic model</source>
        <translation>%1; nicht jedes Gen steht im Stoffwechselmodell</translation>
    </message>
    <message>
        <source>not in the metabolic model</source>
        <translation>nicht im Stoffwechselmodell</translation>
    </message>
    <message numerus="yes">
        <source>Known to be essential: deleting %1 alone is lethal</source>
        <translation>
            <numerusform>Als essentiell bekannt: Schon die Deletion von %1 ist tödlich</numerusform>
            <numerusform>Als essentiell bekannt: Schon die Deletion von %1 ist tödlich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 infeasible</source>
        <translation>%1 unlösbar</translation>
    </message>
    <message>
        <source>%1
infeasible: not even maintenance can be met, so that growth is 0</source>
        <translation>%1
unlösbar: Nicht einmal der Erhaltungsbedarf ist zu decken, also kein Wachstum</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ScreenVolcanoView</name>
    <message>
        <source>Reading the rows…</source>
        <translation>Zeilen lesen…</translation>
    </message>
    <message>
        <source>Reading the rows… %1 %</source>
        <translation>Zeilen lesen… %1 %</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::Session</name>
    <message>
        <source>The open cell has no gene with this id; it was left out of the knockout set, and genotypes that hold it out of the list</source>
        <translation>Die geöffnete Zelle hat kein Gen mit dieser Id; es blieb aus dem Knockout-Set, und Genotypen mit ihm blieben aus der Liste</translation>
    </message>
    <message>
        <source>Open the cell it belongs to, or pick a gene of this cell</source>
        <translation>Die zugehörige Zelle öffnen oder ein Gen dieser Zelle wählen</translation>
    </message>
    <message>
        <source>change of the knockout set</source>
        <translation>Knockout-Set ändern</translation>
    </message>
    <message>
        <source>knockout of %1</source>
        <translation>%1 deletieren</translation>
    </message>
    <message>
        <source>restoring of %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>clearing of the knockout set</source>
        <translation>Knockout-Set leeren</translation>
    </message>
    <message>
        <source>medium: %1</source>
        <translation>Medium: %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Gene list</source>
        <translation>Genliste</translation>
    </message>
    <message>
        <source>Knock out or restore the current gene</source>
        <translation>Gen deletieren/wiederherstellen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Knockout set</source>
        <translation>Knockout-Set</translation>
    </message>
    <message>
        <source>Next or previous chip</source>
        <translation>Nächstes oder voriges Gen</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Restore the gene</source>
        <translation>Das Gen wiederherstellen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Show the gene</source>
        <translation>Das Gen zeigen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Make this the knockout set</source>
        <translation>Als Knockout-Set übernehmen</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::SimulationService</name>
    <message>
        <source>This build has no flux balance analysis</source>
        <translation>Diese Programmfassung hat keine Flussbilanzanalyse</translation>
    </message>
    <message>
        <source>Install GLPK and build again</source>
        <translation>GLPK installieren und neu bauen</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::SourceView</name>
    <message>
        <source>Lines of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::SubgraphPanel</name>
    <message>
        <source>Names are only %1 points high at this size; a larger picture, or fewer nodes, make them readable.</source>
        <translation>Namen sind in dieser Größe nur %1 Punkt hoch; ein größeres Bild oder weniger Knoten machen sie lesbar.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::SubgraphPanel::Private</name>
    <message>
        <source>Laying out…</source>
        <translation>Anordnen…</translation>
    </message>
    <message>
        <source>The layout helper answered for another graph.</source>
        <translation>Das Hilfsprogramm für die Anordnung antwortete zu einem anderen Graphen.</translation>
    </message>
    <message>
        <source>laid out with %1</source>
        <translation>angeordnet mit %1</translation>
    </message>
    <message>
        <source>Select or knock out a gene to see its neighbourhood.</source>
        <translation>Wählen oder deletieren Sie ein Gen, um seine Nachbarschaft zu sehen.</translation>
    </message>
    <message>
        <source>Open a cell to see its networks.</source>
        <translation>Öffnen Sie eine Zelle, um ihre Netze zu sehen.</translation>
    </message>
    <message>
        <source>This cell has no gene networks.</source>
        <translation>Diese Zelle hat keine Gennetze.</translation>
    </message>
    <message>
        <source>%1: no reaction of this cell&apos;s metabolism needs it. The gene network may show more.</source>
        <translation>%1: keine Reaktion im Stoffwechsel dieser Zelle braucht es. Das Gennetz zeigt vielleicht mehr.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::TrainingCurves</name>
    <message>
        <source>Training curves</source>
        <translation>Trainingskurven</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>fitness</source>
        <translation>Fitness</translation>
    </message>
    <message>
        <source>interaction</source>
        <translation>Interaktion</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Validation r</source>
        <translation>Validierungs-r</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>model %1, epoch %2</source>
        <translation>Modell %1, Epoche %2</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>validation loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>fitness r</source>
        <translation>Fitness-r</translation>
    </message>
    <message>
        <source>interaction r</source>
        <translation>Interaktions-r</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::TrainingIndicator</name>
    <message>
        <source>A model is being trained; click to see how it goes</source>
        <translation>Ein Modell wird trainiert; ein Klick zeigt den Verlauf</translation>
    </message>
    <message>
        <source>training model %1 of %2, %3 / %4</source>
        <translation>Training von Modell %1 von %2, %3 / %4</translation>
    </message>
    <message>
        <source>training %1 / %2</source>
        <translation>Training %1 / %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::TrainingJournal</name>
    <message>
        <source>Nothing can be written to %1</source>
        <translation>In %1 lässt sich nichts schreiben</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::TrainingPanel</name>
    <message>
        <source>%1 MB</source>
        <translation>%1&#xa0;MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1&#xa0;GB</translation>
    </message>
    <message>
        <source>The labels were not read</source>
        <translation>Die Trainingswerte wurden nicht gelesen</translation>
    </message>
    <message>
        <source>This cannot be trained: %1</source>
        <translation>Das lässt sich nicht trainieren: %1</translation>
    </message>
    <message>
        <source>Choose labels (several files are joined)</source>
        <translation>Trainingswerte wählen (mehrere Dateien werden verbunden)</translation>
    </message>
    <message>
        <source>Labels (*.tsv *.csv *.txt *.gz *.bz2);;All files (*)</source>
        <translation>Trainingswerte (*.tsv *.csv *.txt *.gz *.bz2);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the model as</source>
        <translation>Modell speichern unter</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Simulating growth</source>
        <translation>Wachstum simulieren</translation>
    </message>
    <message>
        <source>A model learns from genotypes whose growth (relative to wild type = 1) or interaction is known: measured, or simulated.</source>
        <translation>Ein Modell lernt aus Genotypen, deren Wachstum (relativ zum Wildtyp = 1) oder Interaktion bekannt ist: gemessen oder simuliert.</translation>
    </message>
    <message>
        <source>Double click opens %1</source>
        <translation>Doppelklick öffnet %1</translation>
    </message>
    <message>
        <source>Open a cell first.</source>
        <translation>Erst eine Zelle öffnen.</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>Ein Training läuft.</translation>
    </message>
    <message>
        <source>Choose labels to learn from.</source>
        <translation>Trainingswerte wählen, aus denen gelernt wird.</translation>
    </message>
    <message>
        <source>Choose a file to save the model as.</source>
        <translation>Eine Datei wählen, in der das Modell gespeichert wird.</translation>
    </message>
    <message>
        <source>Nothing can be written to %1; save the model somewhere else.</source>
        <translation>In %1 lässt sich nichts schreiben; das Modell woanders speichern.</translation>
    </message>
    <message>
        <source>At most about %1 on this machine (%2 an epoch)</source>
        <translation>Höchstens etwa %1 auf diesem Rechner (%2 je Epoche)</translation>
    </message>
    <message>
        <source>, and %1 of memory</source>
        <translation>, dazu %1 Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Measuring one epoch, to say how long it will take…</source>
        <translation>Eine Epoche wird gemessen, um die Dauer zu schätzen…</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Trainingswerte lesen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>A table of knockouts with fitness or interaction, a simulation, or tables of Costanzo et al. 2016; several files are joined</source>
        <translation>Eine Tabelle von Knockouts mit Fitness oder Interaktion, eine Simulation oder Tabellen von Costanzo et al. 2016; mehrere Dateien werden verbunden</translation>
    </message>
    <message>
        <source>Simulate growth</source>
        <translation>Wachstum simulieren</translation>
    </message>
    <message>
        <source>Simulate all metabolic single deletions and 2,000 random doubles by flux balance, and learn from those</source>
        <translation>Alle Einzeldeletionen des Stoffwechsels und 2000 zufällige Doppeldeletionen mit Flussbilanzanalyse simulieren und daraus lernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What was left out, and why</source>
        <translation>Was ausgelassen wurde und warum</translation>
    </message>
    <message>
        <source>What to learn from</source>
        <translation>Woraus gelernt wird</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Vorgabe)</translation>
    </message>
    <message>
        <source>Epochs, at most</source>
        <translation>Epochen, höchstens</translation>
    </message>
    <message>
        <source>Passes over the labels. Training stops earlier when the validation rows no longer improve, and keeps the best epoch.</source>
        <translation>Durchläufe über die Trainingswerte. Das Training endet früher, wenn die Validierungszeilen nicht mehr besser werden, und behält die beste Epoche.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Train several models that differ in their seed. Together they predict better and say how sure they are; each takes as long as the first.</source>
        <translation>Mehrere Modelle trainieren, die sich im Startwert unterscheiden. Gemeinsam sagen sie besser vorher und geben an, wie sicher sie sind; jedes dauert so lange wie das erste.</translation>
    </message>
    <message>
        <source>genotypes at random</source>
        <translation>zufällige Genotypen</translation>
    </message>
    <message>
        <source>genes</source>
        <translation>Gene</translation>
    </message>
    <message>
        <source>pairs of genes</source>
        <translation>Genpaare</translation>
    </message>
    <message>
        <source>Hold out</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>What the reported accuracy is about: new combinations (at random), genes that training never saw, or pairs that training never saw together.</source>
        <translation>Worauf sich die angegebene Genauigkeit bezieht: neue Kombinationen (zufällig), Gene, die das Training nie sah, oder Paare, die das Training nie zusammen sah.</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Half of it chooses the best epoch, the other half only reports the accuracy.</source>
        <translation>Die eine Hälfte davon wählt die beste Epoche, die andere dient nur der Angabe der Genauigkeit.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same model on the CPU.</source>
        <translation>Derselbe Startwert ergibt auf der CPU dasselbe Modell.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>How to learn</source>
        <translation>Wie gelernt wird</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>squared</source>
        <translation>quadratisch</translation>
    </message>
    <message>
        <source>log cosh</source>
        <translation>log cosh</translation>
    </message>
    <message>
        <source>Huber</source>
        <translation>Huber</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>How differences count. Log cosh and Huber forgive outliers.</source>
        <translation>Wie Abweichungen zählen. Log cosh und Huber verzeihen Ausreißer.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The size of the steps. Lower it where training diverges.</source>
        <translation>Die Größe der Schritte. Verringern, wenn das Training divergiert.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Part of the activations that is switched off at random; more of it for few labels.</source>
        <translation>Anteil der Aktivierungen, der zufällig abgeschaltet wird; bei wenigen Trainingswerten höher wählen.</translation>
    </message>
    <message>
        <source>Hidden size</source>
        <translation>Verborgene Kanäle</translation>
    </message>
    <message>
        <source>Width of the model. Time and memory grow with it.</source>
        <translation>Breite des Modells. Zeit und Speicherbedarf wachsen mit ihr.</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>How messages pass over the gene networks.</source>
        <translation>Wie Nachrichten über die Gennetze laufen.</translation>
    </message>
    <message>
        <source>Model file to write</source>
        <translation>Zu schreibende Modelldatei</translation>
    </message>
    <message>
        <source>Choose where the model is written</source>
        <translation>Wählen, wohin das Modell geschrieben wird</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop, keep the best</source>
        <translation>Anhalten, bestes behalten</translation>
    </message>
    <message>
        <source>Ends the training; the model of the best epoch so far is saved</source>
        <translation>Beendet das Training; das Modell der bisher besten Epoche wird gespeichert</translation>
    </message>
    <message>
        <source>Open this model now</source>
        <translation>Dieses Modell jetzt öffnen</translation>
    </message>
    <message>
        <source>Compare with its labels</source>
        <translation>Mit seinen Trainingswerten vergleichen</translation>
    </message>
    <message>
        <source>Export curves…</source>
        <translation>Kurven exportieren…</translation>
    </message>
    <message>
        <source>Train another</source>
        <translation>Weiteres trainieren</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird angehalten…</translation>
    </message>
    <message>
        <source>Training on %1</source>
        <translation>Training mit %1</translation>
    </message>
    <message>
        <source>model %1 of %2</source>
        <translation>Modell %1 von %2</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>at most %1 left</source>
        <translation>noch höchstens %1</translation>
    </message>
    <message>
        <source>Open this ensemble now</source>
        <translation>Dieses Ensemble jetzt öffnen</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped before the first epoch ended; nothing was saved</source>
        <translation>vor dem Ende der ersten Epoche angehalten; nichts wurde gespeichert</translation>
    </message>
    <message>
        <source>stopped; the best epoch so far was saved</source>
        <translation>angehalten; die bisher beste Epoche wurde gespeichert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>The training failed</source>
        <translation>Das Training ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: best epoch %2 of %3; Pearson r on rows that were held out:</source>
        <translation>%1: beste Epoche %2 von %3; Pearson-r auf zurückgehaltenen Zeilen:</translation>
    </message>
    <message>
        <source>fitness %1, interaction %2</source>
        <translation>Fitness %1, Interaktion %2</translation>
    </message>
    <message>
        <source>What an interrupted training left there will be replaced.</source>
        <translation>Was ein unterbrochenes Training dort hinterließ, wird ersetzt.</translation>
    </message>
    <message>
        <source>This training cannot go on after a crash</source>
        <translation>Dieses Training lässt sich nach einem Absturz nicht fortsetzen</translation>
    </message>
    <message>
        <source>Free space, or check that your data folder can be written to</source>
        <translation>Platz schaffen oder prüfen, ob Ihr Datenordner beschreibbar ist</translation>
    </message>
    <message>
        <source>the cell is no longer the one that was trained on</source>
        <translation>die Zelle ist nicht mehr die, auf der trainiert wurde</translation>
    </message>
    <message>
        <source>the labels are no longer those that were trained on</source>
        <translation>die Trainingswerte sind nicht mehr die, auf denen trainiert wurde</translation>
    </message>
    <message>
        <source>The interrupted training does not go on</source>
        <translation>Das unterbrochene Training wird nicht fortgesetzt</translation>
    </message>
    <message>
        <source>Put the files back as they were and try again, or discard it and train anew</source>
        <translation>Die Dateien in den früheren Zustand zurückversetzen und erneut versuchen, oder es verwerfen und neu trainieren</translation>
    </message>
    <message>
        <source>%1: finished before, best epoch %2; Pearson r on rows that were held out:</source>
        <translation>%1: schon vorher fertig, beste Epoche %2; Pearson-r auf zurückgehaltenen Zeilen:</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::TrainingRecorder</name>
    <message>
        <source>Training on %1</source>
        <translation>Training mit %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::TrainingService</name>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::UndecidedNameRow</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>means several genes</source>
        <translation>bezeichnet mehrere Gene</translation>
    </message>
    <message>
        <source>is not a gene of this cell</source>
        <translation>ist kein Gen dieser Zelle</translation>
    </message>
    <message>
        <source>Gene meant by %1</source>
        <translation>Mit %1 gemeintes Gen</translation>
    </message>
    <message>
        <source>Choose the gene</source>
        <translation>Gen wählen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Use %1 for “%2”</source>
        <translation>%1 für „%2“ verwenden</translation>
    </message>
    <message>
        <source>Leave out “%1”</source>
        <translation>„%1“ auslassen</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation>braucht eine Entscheidung</translation>
    </message>
    <message>
        <source>No gene has a name like it; correct it in the text, or leave it out.</source>
        <translation>Kein Gen hat einen ähnlichen Namen; im Text berichtigen oder weglassen.</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::UseDelegate</name>
    <message>
        <source>Use %1 as</source>
        <translation>%1 verwenden als</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>Netz: %1</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::VolcanoPlot</name>
    <message>
        <source>Volcano plot</source>
        <translation>Volcano-Plot</translation>
    </message>
    <message>
        <source>Model spread</source>
        <translation>Modellstreuung</translation>
    </message>
    <message>
        <source>Measured p</source>
        <translation>Gemessenes p</translation>
    </message>
    <message>
        <source>|epistasis| ≥</source>
        <translation>|Epistase| ≥</translation>
    </message>
    <message>
        <source>Weaker genotypes are grey: the distance of the vertical lines from zero</source>
        <translation>Schwächere Genotypen sind grau: der Abstand der senkrechten Linien von null</translation>
    </message>
    <message>
        <source>Less certain genotypes are grey: where the horizontal line lies</source>
        <translation>Weniger sichere Genotypen sind grau: wo die waagerechte Linie liegt</translation>
    </message>
    <message>
        <source>Needs an ensemble: open several models together, or train one</source>
        <translation>Braucht ein Ensemble: mehrere Modelle zusammen öffnen oder eines trainieren</translation>
    </message>
    <message>
        <source>How likely the measured value is without an interaction</source>
        <translation>Wie wahrscheinlich der gemessene Wert ohne eine Interaktion ist</translation>
    </message>
    <message>
        <source>Needs measured values with p-values</source>
        <translation>Braucht Messwerte mit p-Werten</translation>
    </message>
    <message>
        <source>spread ≤</source>
        <translation>Streuung ≤</translation>
    </message>
    <message>
        <source>p ≤</source>
        <translation>p ≤</translation>
    </message>
    <message>
        <source>Interactions against how certain they are. Arrow keys move between genotypes, plus and minus zoom, Home shows everything.</source>
        <translation>Interaktionen gegen ihre Sicherheit. Pfeiltasten gehen zwischen Genotypen, Plus und Minus zoomen, Pos1 zeigt alles.</translation>
    </message>
    <message>
        <source>How far the models of the ensemble disagree</source>
        <translation>Wie weit die Modelle des Ensembles auseinandergehen</translation>
    </message>
    <message>
        <source>|interaction| ≥</source>
        <translation>|Interaktion| ≥</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::WhyLine</name>
    <message>
        <source>looking for what is lost…</source>
        <translation>sucht, was fehlt …</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>All of it, with links into the map, and nutrients to try: tab Metabolism</source>
        <translation>Alles dazu, mit Verweisen in die Karte und Nährstoffen zum Ausprobieren: Reiter Stoffwechsel</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::WhyPanel</name>
    <message>
        <source>Looking for what is lost…</source>
        <translation>Sucht, was fehlt …</translation>
    </message>
    <message>
        <source>Stopped. A change of the knockout set asks again.</source>
        <translation>Angehalten. Eine Änderung des Knockout-Satzes fragt erneut.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Open a cell with a metabolic model, and delete genes: here it is said what they cost.</source>
        <translation>Eine Zelle mit Stoffwechselmodell öffnen und Gene deletieren: Hier steht dann, was das kostet.</translation>
    </message>
    <message>
        <source>Medium: %1</source>
        <translation>Medium: %1</translation>
    </message>
    <message>
        <source>The wild type grows at %1 per hour. Delete genes, and here it is said what they cost.</source>
        <translation>Der Wildtyp wächst mit %1 pro Stunde. Gene deletieren, dann steht hier, was das kostet.</translation>
    </message>
    <message>
        <source>Not even the wild type grows on this medium.</source>
        <translation>Auf diesem Medium wächst nicht einmal der Wildtyp.</translation>
    </message>
    <message>
        <source>growth %1 · wild type %2 per hour</source>
        <translation>Wachstum %1 · Wildtyp %2 pro Stunde</translation>
    </message>
    <message>
        <source>growth %1, wild type %2 per hour; medium: %3</source>
        <translation>Wachstum %1, Wildtyp %2 pro Stunde; Medium: %3</translation>
    </message>
    <message>
        <source>+ %1: %2 per hour</source>
        <translation>+ %1: %2 pro Stunde</translation>
    </message>
    <message>
        <source>%1 (%2) in the medium, at most %3 mmol/gDW/h: growth %4 per hour</source>
        <translation>%1 (%2) im Medium, höchstens %3 mmol/gDW/h: Wachstum %4 pro Stunde</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Put %1 into the medium</source>
        <translation>%1 ins Medium geben</translation>
    </message>
    <message>
        <source>%1 in the medium</source>
        <translation>%1 im Medium</translation>
    </message>
</context>
<context>
    <name>knockscape::ui::Workbench</name>
    <message>
        <source>No simulated growth: %1</source>
        <translation>Kein simuliertes Wachstum: %1</translation>
    </message>
    <message>
        <source>Run database: %1</source>
        <translation>Laufdatenbank: %1</translation>
    </message>
    <message>
        <source>Runs are not being logged</source>
        <translation>Läufe werden nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>Choose another run database in Edit › Preferences</source>
        <translation>Eine andere Laufdatenbank wählen: Bearbeiten › Einstellungen</translation>
    </message>
    <message>
        <source>%1 is loaded</source>
        <translation>%1 ist geladen</translation>
    </message>
    <message>
        <source>Predictions are not available; genes and networks can still be browsed</source>
        <translation>Vorhersagen sind nicht möglich; Gene und Netze lassen sich weiter erkunden</translation>
    </message>
    <message>
        <source>The current set could not be predicted</source>
        <translation>Das aktuelle Set konnte nicht vorhergesagt werden</translation>
    </message>
    <message>
        <source>A prediction is running; wait for it or cancel it</source>
        <translation>Eine Vorhersage läuft; abwarten oder abbrechen</translation>
    </message>
    <message>
        <source>A cell is being opened</source>
        <translation>Eine Zelle wird geöffnet</translation>
    </message>
    <message>
        <source>The model is being loaded</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>The prediction module could not be loaded; see Issues</source>
        <translation>Das Vorhersagemodul ließ sich nicht laden; siehe Meldungen</translation>
    </message>
    <message>
        <source>No model is open: File › Open model</source>
        <translation>Kein Modell ist geöffnet: Datei › Modell öffnen</translation>
    </message>
    <message>
        <source>No cell is open: File › Open cell</source>
        <translation>Keine Zelle ist geöffnet: Datei › Zelle öffnen</translation>
    </message>
    <message>
        <source>This kind of file cannot be opened here</source>
        <translation>Dateien dieser Art lassen sich hier nicht öffnen</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>The demo is not installed</source>
        <translation>Die Demo ist nicht installiert</translation>
    </message>
    <message>
        <source>No demo cell was found in the program&apos;s resource folder</source>
        <translation>Im Ressourcenordner des Programms liegt keine Demo-Zelle</translation>
    </message>
    <message>
        <source>Open a cell of your own, or install the program again</source>
        <translation>Eine eigene Zelle öffnen oder das Programm neu installieren</translation>
    </message>
    <message>
        <source>Loading libtorch and the model</source>
        <translation>libtorch und das Modell werden geladen</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Das Modell wird geöffnet</translation>
    </message>
    <message>
        <source>%1 was opened, with remarks</source>
        <translation>%1 wurde geöffnet, mit Anmerkungen</translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation>%1 wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Opened %1 on %2</source>
        <translation>%1 geöffnet auf %2</translation>
    </message>
    <message>
        <source>The model was not opened</source>
        <translation>Das Modell wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>The model was not opened; the one before stays</source>
        <translation>Das Modell wurde nicht geöffnet; das bisherige bleibt</translation>
    </message>
    <message>
        <source>All single knockouts of %1 (preview, not logged)</source>
        <translation>Alle Einzel-Knockouts von %1 (Vorschau, nicht aufgezeichnet)</translation>
    </message>
    <message>
        <source>Nothing was predicted</source>
        <translation>Nichts wurde vorhergesagt</translation>
    </message>
    <message>
        <source>There is no genotype to predict</source>
        <translation>Es gibt keinen Genotyp vorherzusagen</translation>
    </message>
    <message>
        <source>Tick a gene, or add genotypes to the list</source>
        <translation>Ein Gen anhaken oder Genotypen zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Started: %1; genotypes: %2</source>
        <translation>Begonnen: %1; Genotypen: %2</translation>
    </message>
    <message>
        <source>Genotype list, %1</source>
        <translation>Genotypliste, %1</translation>
    </message>
    <message>
        <source>%1 and its parts</source>
        <translation>%1 und Teile davon</translation>
    </message>
    <message>
        <source>All single knockouts, %1</source>
        <translation>Alle Einzel-Knockouts, %1</translation>
    </message>
    <message>
        <source>%1 × all genes</source>
        <translation>%1 × alle Gene</translation>
    </message>
    <message>
        <source>The prediction stopped; the rows so far are kept</source>
        <translation>Die Vorhersage brach ab; die bisherigen Zeilen bleiben</translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation>Vorschau: %1</translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation>%1 wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The past run was not opened</source>
        <translation>Der frühere Lauf wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Open a .cell folder, a model (.safetensors, .pt, .ckpt) or a knockout list (.txt, .csv, .tsv); make a cell of networks and metabolic models with File › Import cell</source>
        <translation>Einen .cell-Ordner, ein Modell (.safetensors, .pt, .ckpt) oder eine Knockout-Liste (.txt, .csv, .tsv) öffnen; eine Zelle aus Netzen und Stoffwechselmodellen legt Datei › Zelle importieren an</translation>
    </message>
    <message>
        <source>A screen is running; wait for it or cancel it</source>
        <translation>Ein Screen läuft; abwarten oder abbrechen</translation>
    </message>
    <message>
        <source>Not opened yet</source>
        <translation>Noch nicht geöffnet</translation>
    </message>
    <message>
        <source>A screen is running</source>
        <translation>Ein Screen läuft</translation>
    </message>
    <message>
        <source>A prediction is running</source>
        <translation>Eine Vorhersage läuft</translation>
    </message>
    <message>
        <source>Wait for it, or stop it; what is done is kept</source>
        <translation>Darauf warten oder sie anhalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Stop it and open</source>
        <translation>Anhalten und öffnen</translation>
    </message>
    <message>
        <source>Find its cell…</source>
        <translation>Seine Zelle suchen…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Run %1 holds no rows</source>
        <translation>Lauf %1 enthält keine Zeilen</translation>
    </message>
    <message>
        <source>It was ended before its first row.</source>
        <translation>Er wurde vor seiner ersten Zeile beendet.</translation>
    </message>
    <message>
        <source>It was a training, and ended before its first model.</source>
        <translation>Es war ein Training und endete vor seinem ersten Modell.</translation>
    </message>
    <message>
        <source>It was a training; the models that it wrote are gone.</source>
        <translation>Es war ein Training; die Modelle, die es schrieb, sind nicht mehr da.</translation>
    </message>
    <message>
        <source>It was a training; its models can be opened.</source>
        <translation>Es war ein Training; seine Modelle lassen sich öffnen.</translation>
    </message>
    <message>
        <source>Open what it trained</source>
        <translation>Öffnen, was es trainiert hat</translation>
    </message>
    <message>
        <source>A simulation is running; wait for it or cancel it</source>
        <translation>Eine Simulation läuft; abwarten oder abbrechen</translation>
    </message>
    <message>
        <source>Nothing was simulated</source>
        <translation>Nichts wurde simuliert</translation>
    </message>
    <message>
        <source>There is no genotype to simulate</source>
        <translation>Es gibt keinen Genotyp zu simulieren</translation>
    </message>
    <message>
        <source>%1, simulated (medium: %2)</source>
        <translation>%1, simuliert (Medium: %2)</translation>
    </message>
    <message>
        <source>%1 × all genes of the metabolic model</source>
        <translation>%1 × alle Gene des Stoffwechselmodells</translation>
    </message>
    <message>
        <source>The simulation stopped; the rows so far are kept</source>
        <translation>Die Simulation brach ab; die bisherigen Zeilen bleiben</translation>
    </message>
</context>
</TS>
