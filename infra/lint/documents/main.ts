import { committedDocument, committedText, contractDocuments } from "../../docs/contract/documents.ts";
import { redoclyErrors, spectralErrors } from "./findings.ts";

/** `npm run lint:documents`: the committed documents by the rules that makers of clients hold them to. Fails by an error. */
for (const { name, file } of contractDocuments) {
  const document = committedDocument(await committedText(file));
  const errors =
    name === "OpenAPI"
      ? [...(await redoclyErrors(document)), ...(await spectralErrors(document, "oas"))]
      : await spectralErrors(document, "asyncapi");
  for (const one of errors) console.error(`${file}: ${one}`);
  if (errors.length > 0) process.exitCode = 1;
}
