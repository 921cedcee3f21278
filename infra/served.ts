import type { Service } from "../shared/service/index.ts";
import type { TownProfile } from "../shared/town/profile.ts";
import {
  asyncapi,
  docsPage,
  documentPath,
  openapi,
  openapiOfService,
  openapiWithoutWords,
  wordsPath,
} from "./docs/index.ts";
import type { Served } from "./functions/docs.ts";
import { meTable } from "./me-table.ts";
import { viewTown } from "./town-view.ts";

const json = (value: unknown) => ({ type: "application/json", body: () => JSON.stringify(value) });

/** What a town serves besides its services. */
export function servedFor(services: readonly Service[], town: TownProfile): Served {
  const whole = openapi(services, town);
  return {
    "/health": json({ status: "ok" }),
    "/openapi.json": json(openapiWithoutWords(whole)),
    [wordsPath]: json(whole),
    ...Object.fromEntries(services.map((one) => [documentPath(one.name), json(openapiOfService(whole, one))])),
    "/asyncapi.json": json(asyncapi(services, town)),
    "/town": json(viewTown(services, town)),
    "/me": json(meTable(services, town)),
    "/docs": { type: "text/html; charset=utf-8", body: () => docsPage(services, town) },
  };
}
