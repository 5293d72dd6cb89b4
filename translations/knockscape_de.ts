<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage: knockscape [options] [FILE…]
Explore gene knockouts with a trained model.

FILE: a .cell folder, a .safetensors model (several make an ensemble), or a knockout list
(.txt, .csv, .tsv). Without files the demo is opened.

Options:
  --export DIR      predict without showing a window; write results.csv, plots and the network
                    view into DIR and print their paths
  --genes &quot;A B;C D&quot; with --export: genotypes to predict beside all single knockouts
  --theme NAME      system, light or dark
  --language CODE   language of the window, for example de
  -h, --help        this text
  -v, --version     the version
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try knockscape --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--genes needs --export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--export needs a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme is one of system, light, dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Reading the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file or import the cell again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that “cell import” wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the description of a cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 1 is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell was written by a newer version of Knockscape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Knockscape to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A list of objects is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An object is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to “interactions” there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the features again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such cell folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder NAME.cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder and its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that is not a cell is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name: only a cell is replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be an interaction type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, blanks and _ . - + only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Binding gene rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two metabolic models were given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an SBML model or a COBRA JSON model, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interaction type is there twice or has characters other than letters, digits, blanks and _ . - +.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every network a plain name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to build a cell from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a gene table, a network or a metabolic model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metabolism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the files names a gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a gene table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no genes in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell needs at least one gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 1, 0 or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number, inf or -inf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every line an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove or rename one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a small whole number or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lower bound is above the upper bound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it there or correct the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no genes in the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene not in this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metabolite is in this reaction twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it one line with the sum of the coefficients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They count as present in every genotype.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gene has no id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every gene a systematic name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every gene a systematic name without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the systematic name of the one that is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling and the organism.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An interaction names a gene outside the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out interactions of unknown genes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a parenthesis is closed that was never opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“and” or “or” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write rules as in “(A and B) or C”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a parenthesis is never closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gene name is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule is too complex to expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model in the JSON format of COBRApy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BioGRID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STRING links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gene is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weight is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regulation matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong number of cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regulation matrix holds only these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line does not name two genes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write source and target in two columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding sequences (DNA) are expected, not proteins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A FASTA file begins with “&gt;”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this is a FASTA file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a gene column and up to some thousand numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the gene is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no row for any gene of this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file and the genes are of the same organism.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty, zero was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the rows in the order of the genes, or use a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no systematic name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the id is there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file is complete GML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A block is closed that was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file ends inside a block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The node has no id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edge joins a node that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GraphML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file is complete GraphML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SIF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each an id of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has no reactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model with metabolites and reactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metabolite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stoichiometric coefficient is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the coefficient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gene rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a two-dimensional float32 array with numpy.save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an .npy file of version 1 to 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of the array is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The array does not have two dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than 100 million interactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep those with a high score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the interactions is between genes of this cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an SBML model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the SBML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is composed of submodels (comp package).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten it first, for example with libSBML&apos;s flattenModel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the list of species or correct the id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stoichiometry given by a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a parameter of this id with a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gene association cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use and, or and geneProductRef.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reaction does not exist or the bound has no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the list of flux bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a NUL byte: this is not an SBML file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build cannot read SBML (no libsbml).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a COBRA JSON model, or build with libsbml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file is complete and is XML.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document type declarations are not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the declaration from the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is text outside of all elements.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no XML in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag has no name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one genotype a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compressed file is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it or choose the file that was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decompress the file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as plain text in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is in UTF-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a NUL byte: this is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line is not valid UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line has more than a million cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this is the table that was meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quoted cell is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the missing quotation mark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is text after a quoted cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double the quotation marks inside the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is larger than 2 GiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A header line and rows are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename or remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the cells that have no column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table has more than 100 million cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write numbers with a decimal point, such as 0.95.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and the permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a device, not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a regular file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download the file again, or export it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of the tensor holds something that is not a size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape of the tensor is impossibly large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header entry lacks dtype, shape or data_offsets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The element type of the tensor is not one that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data_offsets of the tensor are not two ascending numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safetensors header is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor appears twice in the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a safetensors file, or it is truncated: its header does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safetensors header could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metadata is not a table of texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metadata holds more than texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lower bound exceeds the upper bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the bounds of this reaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the stoichiometry cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the coefficients of this reaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cell has no metabolism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the cell with an SBML or COBRA model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reaction is marked as the objective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the growth reaction an objective of 1 in the column objective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>growth of the wild type is unbounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit the uptake reactions by their bounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the wild type cannot grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the uptake of the nutrients that growth needs, and check that every part of the biomass can be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such gene in this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the solver found no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulating growth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encoding the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It names a gene that the cell&apos;s catalogue lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction and training need libtorch: install it, or build Knockscape with it (see README).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is not Knockscape&apos;s engine module.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine module is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in_channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cell with the features the model was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edge_types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a cell with this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use auto, cpu, cuda or cuda:0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No CUDA device can be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “cpu” or “auto”, or install a libtorch with CUDA and its driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a number below that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model never uses this hyper-parameter; it is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hyper-parameter is not known; it is ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The options of the convolution must be a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of network types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list without repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a number of heads that divides the hidden channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hyper-parameters are not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a file such as {&quot;hidden_channels&quot;: 64}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor holds values that are not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a checkpoint from before the training diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor appears under two names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds tensors but no hyper-parameters (metadata key “knockscape”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it with “model convert --config F.json”, or put a config.json beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cell that the model was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was trained on other genes than the cell&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was trained on the same genes in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cell that the model was trained on, or another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON object was expected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value has the wrong type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range is two numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with a newer Knockscape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model lacks this tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder of the run database does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create it first, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;runs list&quot; shows the runs there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program ended before the run did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a database of another program, not of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file; a new one is created where none exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update Knockscape, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a run database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run database is damaged or cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a copy of it, or move it away: a new one is created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the run database cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the permissions of the file and its folder, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and the permissions of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full; the run database was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or choose a file on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program keeps the run database locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and the space left on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space for temporary files, or write a .csv file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk of temporary files is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a .csv or .tsv file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no temporary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build cannot write spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>query and array are alleles of one gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gene name is ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a gene is not in this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness is relative to wild type (= 1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use systematic names, or a cell that has these genes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row can be used as a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows need known genes and a fitness or an interaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column of values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels need a column fitness or interaction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write train, validation, test, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give fractions from 0 to below 1 that leave rows to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training diverged in its first epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the native flavour is trained here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the key, or write &quot;native&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration is not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a file such as {&quot;epochs&quot;: 80, &quot;hidden_channels&quot;: 64}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row is left to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give labels of deletions that are not all held out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneDetails</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeneListDock</name>
    <message>
        <source>Subsystem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Genotype</name>
    <message>
        <source>wild type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gene deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IssueModel</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsFilter</name>
    <message>
        <source>“%1” is not a comparison. Use &lt;, ≤, &gt;, ≥, = or ≠, and |interaction| for the size without the sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a column before it, for example fitness %1 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“|%1|” needs a comparison after it, for example |%1| &gt; 0.08.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “%1”. Columns: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1 %2” needs a number after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “%1” with a decimal point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write each condition on its own: fitness &gt; 0.2, fitness &lt; 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>Knockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± fitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epistasis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± interaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deleted genes by standard name, in the order of their systematic names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of deleted genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted growth relative to wild type: 1 grows like wild type, 0 does not grow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the fitness over the models of the ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness minus wild type (= 1); negative grows more slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product of the predicted fitness of the single deletions, relative to wild type = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness minus expected fitness; negative is sicker than expected (aggravating), positive healthier (alleviating)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of the model&apos;s interaction head: ε for pairs, τ for triples; negative is sicker than expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the interaction over the models of the ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of training genotypes that held the least trained of the deleted genes; with 0 the prediction rests on networks alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether fitness and interaction lie within the range of the training labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“ok”, or why there is no prediction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunCommands</name>
    <message>
        <source>Delete Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n Runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Edit Note of Run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::app::ExportJob</name>
    <message>
        <source>The genes were not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>genotypes of the command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of the window could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::FacetButton</name>
    <message>
        <source>Narrow the list to some genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knocked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not essential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In metabolism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In training data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in training data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::FitnessDeltaPlot</name>
    <message>
        <source>Fitness deltas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness minus wild type of each genotype, most harmful first. Arrow keys move between genotypes, plus and minus zoom, Home shows everything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneDetails</name>
    <message>
        <source>Physical interactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essential: deleting it alone is known to be lethal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not essential: the deletion alone is viable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No training genotype holds this deletion: predictions with it are extrapolated from its place in the networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted in 1 training genotype.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted in %1 training genotypes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs this gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regulated by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regulates %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a gene in the list to see what it does and what it works with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneListDock</name>
    <message>
        <source>1 gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell is open. Open one from the toolbar, or drop a cell folder on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gene matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gene is knocked out. Tick genes in the list of all genes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gene is in “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search names and descriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in any order, in systematic and standard names, aliases and descriptions (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all genes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneListModel</name>
    <message>
        <source>(also %1) %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>essential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted. Click or press Space to restore the gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or press Space to delete the gene.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systematic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Essential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked genes are deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard name, or the systematic name of a gene without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systematic name: the identity of the gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the gene is known for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training genotypes that hold the gene (the open model does not say)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of training genotypes in which the gene is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the deletion of the gene alone is known to be lethal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of reactions whose gene rule names the gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knocked out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GeneListView</name>
    <message>
        <source>Genes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GenotypeListPanel</name>
    <message>
        <source>Add current set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the current knockout set to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or open a list of genotypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected genotypes (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding of the knockout set to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emptying of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All single knockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current set × all genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No genotypes yet. Add the current knockout set, or paste a list: one genotype a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wild type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 single</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 double</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 triple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of four or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 genotype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genotypes: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict every genotype of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict the deletion of each gene of the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The knockout set is empty: tick a gene first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict the current set with each other gene deleted as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of a genotype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of %1 genotypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move of genotypes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GenotypeListView</name>
    <message>
        <source>Genotypes to predict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GraphBar</name>
    <message>
        <source>Gene network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metabolism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest number of nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond this, the neighbours with most links stay and the caption counts the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Springs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Springs, fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How Graphviz places the nodes (sfdp, neato, dot, twopi, circo); where one would take too long, sfdp is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole picture (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture as PNG, SVG or PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactions, metabolites and genes around the chosen genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell has no metabolism</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::GraphView</name>
    <message>
        <source>Network of genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move between neighbouring nodes, Space selects a gene, Return toggles its knockout, plus, minus and 0 zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::InferenceService</name>
    <message>
        <source>The memory of this machine is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs or predict fewer genotypes at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unknown error occurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cell that the model was trained for first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model that was trained for this cell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::InteractionPlot</name>
    <message>
        <source>Interaction scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interaction of two or more deletions. Arrow keys move between genotypes, plus and minus zoom, Home shows everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interaction scores in order, most negative first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected against predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each genotype at its expected and its predicted fitness: the distance from the diagonal is the epistasis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::IssueModel</name>
    <message>
        <source>Severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::IssuesDock</name>
    <message>
        <source>Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issues (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::JobIndicator</name>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel (Esc); the rows so far are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicting %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::KnockoutChip</name>
    <message>
        <source>%1, knocked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Delete to restore this gene</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::KnockoutDock</name>
    <message>
        <source>Paste…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or open a list of gene names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this set to the list of genotypes to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore every gene (undo brings the set back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a gene, or paste names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no training support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more without training support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the range of the training labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knockout set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wild type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alone: fitness %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::LayoutRunner</name>
    <message>
        <source>The layout took longer than %1 s and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout helper “knockscape-layout” could not be started: it should lie beside the program. Install Knockscape again, or build the target knockscape_layout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout helper stopped unexpectedly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout helper gave an answer that cannot be used (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The graph could not be laid out (%1). Choose another layout or fewer nodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer nodes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::LogDock</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MainWindow</name>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cell…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export results table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export plot…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste knockouts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the knockout set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict the genotype list, or the knockout set when the list is empty (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict the genotype list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict the knockout set and its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All single knockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current set × all genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the running prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Knockscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic: the first CUDA device, else the CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Knockscape %1&lt;/b&gt;&lt;p&gt;Explore gene knockouts with a trained model.&lt;/p&gt;&lt;p&gt;%2&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prediction module is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a cell (a .cell folder)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model, or several as an ensemble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models (*.safetensors);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names cannot be looked up yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a cell first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasting of knockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pasting of genotypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the results table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>results.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plot.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the network view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run-%1.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cell open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model r %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prediction module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where predictions are computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions are computed by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adding of the knockout set to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network view was not drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network view: %1 nodes, %2 edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genotypes (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell has no metabolism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Knockscape</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MarkPlot</name>
    <message>
        <source>There is nothing to export yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in Issues</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PasteDialog</name>
    <message>
        <source>Names of genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HXK2 PGI1
YFR053C</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HXK2 PGI1
ZWF1
YFR053C, YGL253W
WT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the genes to delete, separated by blanks, commas or lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One genotype a line; names separated by blanks, commas or semicolons. WT is the wild type, # starts a comment. A table with a column “knockouts” works too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the list means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell is open, so there are no genes to find. Open a cell first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more names. Correct them in the text, or leave all unknown names out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out all %1 unknown names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up the names…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a gene for every name, or leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of knockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and tables (*.txt *.csv *.tsv *.gz);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: this is not a text file in UTF-8 — save the list as plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste genes to knock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste genotypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste names on the left, open a file, or drop one there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 genotype, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genotypes, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 name: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 name is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 name needs a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 names need a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out 1 gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out %1 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add 1 genotype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 genotypes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PasteParser</name>
    <message>
        <source>pasted text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PastePreviewModel</name>
    <message>
        <source>(%1 left out)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PredictionCard</name>
    <message>
        <source>fitness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted growth relative to wild type (= 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product of the predicted fitness of the single deletions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epistasis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness minus expected fitness; negative: sicker than expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted interaction score (ε for pairs, τ for triples); negative: sicker than expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>simulated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growth relative to wild type by flux balance analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness minus wild type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product of singles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no reaction blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 reaction blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reactions blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another run database is used from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsFilterBar</name>
    <message>
        <source>Filter results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: hxk2, fitness &lt; 0.5, |interaction| &gt; 0.08</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Names and conditions, all of which a row must meet:&lt;/p&gt;&lt;p&gt;hxk2 pgi1&lt;br/&gt;fitness &amp;lt; 0.5, epistasis &amp;lt; -0.1&lt;br/&gt;|interaction| &amp;gt; 0.08 and support &amp;gt; 0&lt;br/&gt;in_range = no&lt;/p&gt;&lt;p&gt;Columns: %1&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 What stands before it is applied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsHeader</name>
    <message>
        <source>%1 of %2 rows, %3 filtered out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without a prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job was stopped before its end; the rows it had are kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsModel</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the range of the training labels: an extrapolation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsPanel</name>
    <message>
        <source>There are no results to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predict something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing predicted yet.
Screen every single deletion to see where growth suffers, or tick genes on the left and press Predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All single knockouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitness Δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this the knockout set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the table as seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv);;TSV (*.tsv);;Excel (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table was not written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ResultsTable</name>
    <message>
        <source>Predictions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::RunsDock</name>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit &amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this run in the results (Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the rows of this run to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note on this run (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected runs (Delete); undo brings them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs by gene, cell, model, note …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run history cannot be read.
%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet: tick genes and predict. Every prediction, screen, training and simulation is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::RunsModel</name>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genotypes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::Session</name>
    <message>
        <source>The open cell has no gene with this id; it was left out of the knockout set, and genotypes that hold it out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cell it belongs to, or pick a gene of this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of the knockout set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knockout of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restoring of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearing of the knockout set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knock out or restore the current gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knockout set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous chip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this the knockout set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::SimulationService</name>
    <message>
        <source>This build has no flux balance analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install GLPK and build again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::SubgraphPanel::Private</name>
    <message>
        <source>Laying out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layout helper answered for another graph.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>laid out with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the network picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scalable picture (*.svg);;Document (*.pdf);;Image (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not exported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select or knock out a gene to see its neighbourhood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a cell to see its networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cell has no gene networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: no reaction of this cell&apos;s metabolism needs it. The gene network may show more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::UndecidedNameRow</name>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 times, first in line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>means several genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a gene of this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gene meant by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the gene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1 for “%2”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>knockscape::ui::Workbench</name>
    <message>
        <source>No simulated growth: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run database: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs are not being logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another run database in Edit › Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predictions are not available; genes and networks can still be browsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current set could not be predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prediction is running; wait for it or cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell is being opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model is being loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction module could not be loaded; see Issues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is open: File › Open model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell is open: File › Open cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of file cannot be opened here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a .cell folder, a .safetensors model or a knockout list (.txt, .csv, .tsv); make a cell of other files with knockscape-cli cell import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No demo cell was found in the program&apos;s resource folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a cell of your own, or install the program again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading libtorch and the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened cell %1: %2 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was opened, with remarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was not opened; the one before stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All single knockouts of %1 (preview, not logged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no genotype to predict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a gene, or add genotypes to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started: %1; genotypes: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genotype list, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All single knockouts, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × all genes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prediction stopped; the rows so far are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 genotypes in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled after %1; %2 rows kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed after %1; %2 rows kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The past run was not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the cell “%1” first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past run %1 of %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some rows of the past run name genes that the open cell lacks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
