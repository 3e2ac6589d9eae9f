#!/usr/bin/env bash
# Gives our translation files to other people's tools and reads what they make of them: nothing may get lost on the way.
# Needs: translate-toolkit, libreoffice-writer-nogui and omegat from Debian, npm, and the .NET SDK. Ends with «N passed, N failed».
set -euo pipefail
cd "$(dirname "$0")"
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

missing=()
for package in translate-toolkit python3-translate libreoffice-writer-nogui omegat; do
  dpkg -s "$package" > /dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

# LibreOffice makes a Word document with a header, a table, a frame, a footnote, a link and a tracked change.
HOME=$out timeout 180 soffice --headless --convert-to docx --outdir "$out" document.fodt > /dev/null 2>&1
dotnet run TranslationFiles.cs write "$out"

# The translate-toolkit, as a library: one target is changed in a memory and in an XLIFF 1.2 file, the rest is written as it was read.
/usr/bin/python3 - "$out" << 'PYTHON'
import sys
from translate.storage import tmx, xliff
out = sys.argv[1] + "/"
memory = tmx.tmxfile.parsefile(out + "sent.tmx")
assert [u.source for u in memory.units] == ["Le <1>Parc bleu</1><2/> & l'eau.", "Deux rives, « à l'écoute »."], "the memory's sources"
memory.units[1].target = "Twee rivieren."
memory.savefile(out + "back.toolkit.tmx")
document = xliff.xlifffile.parsefile(out + "sent.12.xlf")
units = {u.xmlelement.get("id"): u for u in document.units}
assert list(units) == ["title~s1", "title~s2", "body~s1", "place~s1"], "the file's units"
assert units["title~s1"].isapproved() and "sens large" in units["body~s1"].getnotes(), "state and note"
units["title~s2"].target = "Twee rivieren."
document.savefile(out + "back.toolkit.12.xlf")
PYTHON

# The same with its converters: to PO, where the sentence is translated, and back into the file.
xliff2po --progress=none "$out/sent.12.xlf" "$out/sent.po"
grep -q 'msgid "Deux rives."' "$out/sent.po"

# npm's xliff keeps one segment of a unit, so it gets files with one.
npm install --silent --no-audit --no-fund --prefix "$out" xliff@6.4.0
cat > "$out/round.mjs" << 'SCRIPT'
import fs from 'fs';
import { xliff2js, js2xliff } from 'xliff';
const js = await xliff2js(fs.readFileSync('sent.single.21.xlf', 'utf8'));
if (js.resources.f1['title-2'].source !== 'Deux rives.' || js.resources.f2.place.source !== 'À Courtrai, le 2 mai') throw new Error('sources');
js.resources.f1['title-2'].target = 'Twee rivieren.';
fs.writeFileSync('back.npm.21.xlf', await js2xliff(js));
SCRIPT
(cd "$out" && node round.mjs)

# OmegaT translates a project in which our memory knows a sentence of an XLIFF 1.2 file. It takes what stands in targets for the source.
mkdir -p "$out/project/"{source,target,tm/auto,omegat,glossary,dictionary}
cp "$out/omegat.12.xlf" "$out/project/source/"
cp "$out/omegat.tmx" "$out/project/tm/auto/memory.tmx"
cat > "$out/project/omegat.project" << 'XML'
<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>FR-BE</source_lang><target_lang>NL-BE</target_lang><sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
XML
HOME=$out timeout 120 omegat "$out/project" --mode=console-translate > "$out/omegat.log" 2>&1 || { tail -20 "$out/omegat.log"; exit 1; }
cp "$out/project/target/omegat.12.xlf" "$out/back.omegat.12.xlf"

# LibreOffice opens its translation and writes it as PDF and as Word again.
(cd "$out" && HOME=$out timeout 180 soffice --headless --convert-to pdf translated.docx > /dev/null 2>&1)
head -c 5 "$out/translated.pdf" | grep -q '%PDF-'
mkdir "$out/word"
(cd "$out" && HOME=$out timeout 180 soffice --headless --convert-to docx --outdir word translated.docx > /dev/null 2>&1)
cp "$out/word/translated.docx" "$out/back.libreoffice.docx"

dotnet run TranslationFiles.cs check "$out"
