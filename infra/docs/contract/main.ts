import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { services } from "../../services.ts";
import { loadProfileFrom } from "../../towns/load.ts";
import { untitledIn } from "../untitled.ts";
import { committedDocument, committedText, contractDocuments, contractTown, presentDocument } from "./documents.ts";
import { printed } from "./print.ts";
import { removalsSince } from "./removals.ts";
import { statesFile, statesPage } from "./states.ts";

/**
 * `npm run contract`: writes docs/openapi.json, docs/asyncapi.json and docs/states.md. It refuses a removal within a version of
 * the first two.
 */
const town = loadProfileFrom(contractTown);
for (const each of contractDocuments) {
  const { file, promises } = each;
  const now = presentDocument(each, services, town);
  const removals = removalsSince(committedDocument(await committedText(file)), now, promises);
  for (const removal of removals) console.error(`${file}: ${removal}`);
  const untitled = untitledIn(now);
  for (const place of untitled) console.error(`${file}: no title in both languages: ${place}`);
  if (untitled.length > 0) console.error("Give it one: CONTRIBUTING.md, A field, step 8.");
  if (removals.length > 0) {
    console.error("A removal is a new version: keep what others count on, or raise the version of the document.");
    process.exitCode = 1;
    continue;
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, printed(now));
}
await writeFile(statesFile, statesPage(services));
