import { aggregate, endOfAll, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { application } from "../cases/domain/application/decider.ts";
import { certificate } from "../certificates/domain/certificate.ts";
import { type Document, document } from "../documents/domain/document.ts";

/** P-8: a paper is over with its case, and with the certificate that it is or concerns. */
const endOfPaper = (runtime: Runtime, { state, retained }: Loaded<Document>): Promise<string | "open"> =>
  endOfAll(
    runtime,
    [
      { of: application, id: state.application },
      ...(state.certificate === undefined ? [] : [{ of: certificate, id: state.certificate }]),
    ],
    retained?.endedOn ?? "",
  );

/** P-8: its content, its page and its PDF go; the hashes stay, so that a copy can still be verified. */
async function removePaper({ files }: Runtime, { state }: Loaded<Document>): Promise<void> {
  if (state.status === "numbered") return;
  const { content, html, pdf } = state;
  for (const file of [content, html, pdf]) if (file !== undefined) await files.remove(file.key);
}

export const documentAggregate = aggregate(document, undefined, { endOf: endOfPaper, remove: removePaper });
