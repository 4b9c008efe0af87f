/** The naive chain: the retext plug-ins one after the other on the letters of a folder, as their manuals show. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import dictionary from "dictionary-en-gb";
import retextEnglish from "retext-english";
import retextReadability from "retext-readability";
import retextSimplify from "retext-simplify";
import retextSpell from "retext-spell";
import { unified } from "unified";
import { VFile } from "vfile";

const [folder] = process.argv.slice(2);
const chain = unified().use(retextEnglish).use(retextReadability).use(retextSimplify).use(retextSpell, { dictionary });

for (const name of readdirSync(folder)) {
  const file = new VFile(readFileSync(join(folder, name), "utf8"));
  await chain.run(chain.parse(file), file);
}
