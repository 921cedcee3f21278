import type { GridEventRules } from "../../../../shared/town/grid-events.ts";
import type { Document, Fields } from "./formats.ts";

type Category = GridEventRules["categories"][number];

/** Whether anybody may report it: its requests are public. */
export const isOffered = ({ public: open, special }: Category): boolean => open && special === undefined;
export const offeredIn = ({ categories }: GridEventRules): readonly Category[] => categories.filter(isOffered);

/** Whether the sender of a report knows its id: of a batch service once somebody looked at it, before by its token. */
export const hasId = (
  { category, status }: { readonly category: string; readonly status: string },
  { categories }: GridEventRules,
): boolean => status !== "reported" || categories.find(({ code }) => code === category)?.open311 !== "batch";

/** `GET /services`: one row for each public category. */
export const servicesDocument = (rules: GridEventRules): Document => ({
  root: "services",
  content: {
    each: "service",
    items: offeredIn(rules).map(
      ({ code, title, group, attributes = [], open311 = "realtime" }): Fields => ({
        ...{ service_code: code, service_name: title.zh, description: title.en, metadata: attributes.length > 0 },
        ...{ type: open311, keywords: `${title.zh},${title.en}`, group },
      }),
    ),
  },
});

/** `GET /services/{service_code}`: what it asks besides, in order. */
export const definitionDocument = ({ code, attributes = [] }: Category): Document => ({
  root: "service_definition",
  content: {
    service_code: code,
    attributes: {
      each: "attribute",
      items: attributes.map(
        ({ variable, code: name, datatype, required, help, title, values }, at): Fields => ({
          ...{ variable, code: name, datatype, required, datatype_description: help?.zh ?? null, order: at + 1 },
          description: title.zh,
          ...(values === undefined
            ? {}
            : { values: { each: "value", items: values.map((one) => ({ key: one.key, name: one.title.zh })) } }),
        }),
      ),
    },
  },
});

/** `GET /discovery`. */
export const discoveryDocument = ({ contact, changeset, kind }: GridEventRules["open311"], base: string): Document => ({
  root: "discovery",
  content: {
    ...{ changeset, contact, key_service: contact },
    endpoints: {
      each: "endpoint",
      items: [
        {
          ...{ specification: "http://wiki.open311.org/GeoReport_v2", url: base, changeset, type: kind },
          formats: { each: "format", items: ["text/xml", "application/json"] },
        },
      ],
    },
  },
});
