import { writeFile } from "node:fs/promises";
import { contractTown } from "../../infra/docs/contract/documents.ts";
import { asJson } from "../../infra/docs/contract/node.ts";
import { printed } from "../../infra/docs/contract/print.ts";
import { examplesFile } from "../../infra/docs/event-examples.ts";
import { httpExamplesFile, keptHttpExamples } from "../../infra/docs/http-examples.ts";
import { openapi } from "../../infra/docs/index.ts";
import { services } from "../../infra/services.ts";
import { loadProfileFrom } from "../../infra/towns/load.ts";
import { eventExamples } from "./event-examples.ts";
import { keptExchanges } from "./exchanges.ts";
import { httpExamples } from "./http-examples.ts";

/**
 * `npm run examples`: writes docs/event-examples.json from the kept samples of events, and docs/http-examples.json from what
 * tests sent in the last `npm run samples`.
 */
await writeFile(examplesFile, printed(eventExamples()));
const document = asJson(openapi(services, loadProfileFrom(contractTown)));
await writeFile(httpExamplesFile, printed(httpExamples(document, keptExchanges(), keptHttpExamples())));
