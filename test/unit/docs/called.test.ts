import { describe, expect, it } from "vitest";
import * as z from "zod";
import { committedDocument, committedText, contractDocuments } from "../../../infra/docs/contract/documents.ts";
import { isNode, listAt, type Node, nodeAt } from "../../../infra/docs/contract/node.ts";
import { wordsOf } from "../../../infra/docs/titles.ts";
import { services } from "../../../infra/services.ts";
import { titleAtPointer } from "../../../shared/http/field-title.ts";
import { titleAt } from "../../../shared/http/pointer-title.ts";
import type { Route } from "../../../shared/http/route.ts";
import type { Title } from "../../../shared/text/index.ts";

/** A field as the document of the API calls it: a JSON pointer into a body, or `?name`. */
interface Called {
  readonly pointer: string;
  readonly title: string;
}

const said = ({ zh, en }: Title) => `${zh} / ${en}`;
const titleOf = ({ title, "x-title-zh": zh }: Node): string | undefined =>
  typeof title === "string" && typeof zh === "string" ? said({ zh, en: title }) : undefined;

/** Every field of a body with its title, an entry of a list by its first place. */
function fieldsOf(root: Node, schema: Node, pointer = ""): readonly Called[] {
  const { $ref } = schema;
  if (typeof $ref === "string")
    return fieldsOf(root, nodeAt(nodeAt(nodeAt(root, "components"), "schemas"), $ref.split("/").at(-1) ?? ""), pointer);
  const own = Object.entries(nodeAt(schema, "properties")).flatMap(([name, field]) => {
    if (!isNode(field)) return [];
    const at = `${pointer}/${name}`;
    const title = titleOf(field);
    return [...(title === undefined ? [] : [{ pointer: at, title }]), ...fieldsOf(root, field, at)];
  });
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => listAt(schema, key)).filter(isNode);
  const items = isNode(schema.items) ? fieldsOf(root, schema.items, `${pointer}/0`) : [];
  return [...own, ...parts.flatMap((part) => fieldsOf(root, part, pointer)), ...items];
}

const parameters = z.array(
  z.looseObject({ in: z.string().optional(), name: z.string().optional(), schema: z.unknown().optional() }),
);

function parametersOf(operation: Node): readonly Called[] {
  return parameters.parse(operation.parameters ?? []).flatMap(({ in: place, name, schema }) => {
    const title = place === "query" && isNode(schema) ? titleOf(schema) : undefined;
    return title === undefined ? [] : [{ pointer: `?${name}`, title }];
  });
}

const [contract] = contractDocuments;
if (contract === undefined) throw new Error("no document of the API");
const document = committedDocument(await committedText(contract.file));

describe.each(services.map((service) => [service.name, service] as const))("a refusal of %s", (_name, service) => {
  const words = wordsOf(service);
  const operationOf = ({ method, path }: Route) =>
    nodeAt(nodeAt(nodeAt(document, "paths"), path), method.toLowerCase());

  it("calls each field of a request, in both languages, as the document does", () => {
    const otherwise = service.routes.flatMap((route) => {
      const operation = operationOf(route);
      const content = nodeAt(nodeAt(operation, "requestBody"), "content");
      const fields = [
        ...fieldsOf(document, nodeAt(nodeAt(content, "application/json"), "schema")),
        ...parametersOf(operation),
      ];
      const inDocument = Map.groupBy(fields, ({ pointer }) => pointer);
      return [...inDocument].flatMap(([pointer, called]) => {
        const title = titleAtPointer(route, pointer) ?? titleAt(words, pointer);
        const told = title === undefined ? undefined : said(title);
        return called.some((one) => one.title === told)
          ? []
          : [
              `${route.method} ${route.path} ${pointer}: ${told}, in the document ${called.map((one) => one.title).join(" or ")}`,
            ];
      });
    });
    expect(otherwise).toEqual([]);
  });
});
