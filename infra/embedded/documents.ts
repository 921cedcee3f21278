import type { HttpResult } from "../../shared/http/index.ts";
import type { Service } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { asJson } from "../docs/contract/node.ts";
import { documentAnswer } from "../functions/docs.ts";

/** The town's documents, made when they are first asked for: what makes them is large, and most towns never ask. */
export function documentsOf(services: readonly Service[], town: TownProfile) {
  const made = new Map<string, Promise<HttpResult>>();
  const documentAt = async (path: string): Promise<HttpResult | undefined> => {
    const service = services.find(({ name }) => path === `/openapi/${name}.json`);
    const make =
      path === "/openapi.json" ? withoutWords : service === undefined ? makers[path] : () => ofService(service);
    if (make === undefined) return undefined;
    const known = made.get(path) ?? make(services, town);
    made.set(path, known);
    known.catch(() => made.delete(path));
    return known;
  };
  /** The whole document, which is made where nobody has asked for it yet. */
  const whole = async () => asJson(JSON.parse((await documentAt("/openapi/town.json"))?.body ?? "{}"));
  const ofService = async (service: Service): Promise<HttpResult> =>
    json((await docs()).openapiOfService(await whole(), service));
  const withoutWords = async (): Promise<HttpResult> => json((await docs()).openapiWithoutWords(await whole()));
  return documentAt;
}

type Maker = (services: readonly Service[], town: TownProfile) => Promise<HttpResult>;

const makers: Readonly<Record<string, Maker>> = {
  "/openapi/town.json": async (services, town) => json((await docs()).openapi(services, town)),
  "/asyncapi.json": async (services, town) => json((await docs()).asyncapi(services, town)),
  "/docs": async (services, town) =>
    documentAnswer("text/html; charset=utf-8", (await docs()).docsPage(services, town)),
  "/town": async (services, town) => json((await import("../town-view.ts")).viewTown(services, town)),
};

const docs = () => import("../docs/index.ts");
const json = (document: unknown) => documentAnswer("application/json", JSON.stringify(document));
