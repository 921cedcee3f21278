import * as z from "zod";
import {
  createDocument,
  type oas31,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { commonProblems, protocolAt, versionsPattern } from "../../shared/http/index.ts";
import { heedsIfMatch, type Route } from "../../shared/http/route.ts";
import type { Service } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { hasVersion, type Refusals, refusalsOfAll, responsesOf } from "./answers.ts";
import { asJson, isNode, listAt, type Node, nodeAt } from "./contract/node.ts";
import { conventionsText } from "./conventions.ts";
import { Hoisting } from "./hoisting.ts";
import { withHttpExamples } from "./http-examples.ts";
import { operationIds, partsOfPath, pascal, routeKey, tagged, tagOf } from "./names.ts";
import { onceOf } from "./once-of.ts";
import { documentOptions, problemSchema } from "./schemas.ts";
import { shareParameters } from "./shared-parameters.ts";
import { Titling, wordsOf } from "./titles.ts";
import { townPaths, townTag } from "./town-paths.ts";
import { townTitles } from "./town-titles.ts";
import { viewsOf } from "./views.ts";
import { both, whoMay } from "./words.ts";

/** OpenAPI 3.1 of all routes of these services in this town, from the schemas the routes themselves parse with. */
export function openapi(services: readonly Service[], { name }: Pick<TownProfile, "name">): Node {
  const document = ofServices(services);
  const { summary, version, description, license } = nodeAt(document, "info");
  const title = `强镇 · ${name.zh} / Qiangzhen · ${name.en}`;
  const contact = { name: `${name.zh} / ${name.en}` };
  return { ...document, info: { title, version, summary, description, license, contact } };
}

/** The document but for the town's name: the same for each town, so it is made once. */
const ofServices = onceOf((services: readonly Service[]): Node => {
  const refused = refusalsOfAll(services);
  const document: ZodOpenApiObject = {
    openapi: "3.1.1",
    info: {
      title: "",
      version: "2",
      summary:
        "乡镇审批、执法、网格、财政一体化接口 / One interface to a town's permits, enforcement, grid and finance",
      description: conventionsText,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [
      { url: "/", description: "本镇 / The town that serves this document" },
      { url: "http://127.0.0.1:3000", description: "npm start（模拟运行）/ npm start, in simulation" },
    ],
    tags: [townTag, ...tagsOf(services)],
    security: [{ bearer: [] }],
    paths: { ...townPaths, ...pathsOf(services, refused) },
    components: {
      schemas: { Problem: problemSchema, ...viewsOf(services) },
      parameters: headerParameters,
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "sub, name, town, roles[], office",
        },
      },
    },
  };
  const made = withoutNoise(withoutTwins(asJson(createDocument(document, documentOptions))));
  const components = nodeAt(made, "components");
  const whole = {
    ...made,
    components: {
      ...components,
      schemas: { ...nodeAt(components, "schemas"), ...asJson(refused.schemas) },
      responses: asJson(refused.responses),
    },
  };
  return withHttpExamples(withNames(withTitles(whole, services, ["Problem", ...Object.keys(refused.schemas)])));
});

/** Views only go out: the twin that was made for what comes in is left out, and `…Output` has its name. */
function withoutTwins(document: Node): Node {
  const twins = Object.keys(nodeAt(nodeAt(document, "components"), "schemas"))
    .filter((name) => name.endsWith("Output"))
    .map((name) => name.slice(0, -"Output".length));
  const renamed = (name: string) => (twins.includes(name.replace(/Output$/, "")) ? name.replace(/Output$/, "") : name);
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (!isNode(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key, one]) => !(twins.includes(key) && isNode(one) && "properties" in one && `${key}Output` in value))
        .map(([key, one]) => [
          renamed(key),
          key === "$ref" && typeof one === "string" ? one.replace(/[^/]+$/, renamed) : plain(one),
        ]),
    );
  };
  return asJson(nodeAt({ document: plain(document) }, "document"));
}

/** What says nothing is left out: a date's pattern beside its format, and the bounds of every whole number in JSON. */
function withoutNoise(node: Node): Node {
  const isDate = node.format === "date" || node.format === "date-time";
  const kept = Object.entries(node).filter(([key, value]) => !(isDate && key === "pattern") && !isEveryBound(value));
  const plain = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(plain) : isNode(value) ? withoutNoise(value) : value;
  return Object.fromEntries(kept.map(([key, value]) => [key, plain(value)]));
}

const isEveryBound = (value: unknown) => value === Number.MAX_SAFE_INTEGER || value === Number.MIN_SAFE_INTEGER;

/** A tag for each resource of each service, in the order of its routes. */
function tagsOf(services: readonly Service[]) {
  const tags = services.flatMap((service) => {
    const texts = wordsOf(service);
    return service.routes.map((route) => {
      const { resource } = partsOfPath(route);
      const title = texts[`word.tag.${tagged(resource)}`] ?? { zh: resource, en: resource };
      return { name: tagOf(route), description: `${service.title.zh}：${title.zh} / ${service.title.en}: ${title.en}` };
    });
  });
  return [...new Map(tags.map((tag) => [tag.name, tag])).values()];
}

/** The document with the titles of fields and values, each by the words of the service that shows it. */
function withTitles(root: Node, services: readonly Service[], refusals: readonly string[]): Node {
  const titling = new Titling(root);
  for (const path of Object.keys(townPaths))
    for (const schema of schemasIn(nodeAt(nodeAt(nodeAt(root, "paths"), path), "get")))
      titling.schema(schema, townTitles);
  for (const name of refusals) titling.schema({ $ref: `#/components/schemas/${name}` }, commonProblems);
  for (const service of services)
    for (const route of service.routes) {
      const texts = wordsOf(service);
      const operation = operationIn(root, route);
      for (const parameter of listAt(operation, "parameters")) {
        titling.parameter(parameter, texts);
        if (isNode(parameter) && nodeAt(parameter, "schema").type === "array")
          Object.assign(parameter, { style: "form", explode: false });
      }
      for (const schema of schemasIn(operation)) titling.schema(schema, texts);
    }
  return root;
}

/** The document with names for what occurs more than once. */
function withNames(root: Node): Node {
  const schemas: Record<string, unknown> = { ...nodeAt(nodeAt(root, "components"), "schemas") };
  const operations = Object.values(nodeAt(root, "paths")).flatMap((methods) =>
    Object.values(isNode(methods) ? methods : {}).filter(isNode),
  );
  const hoisting = new Hoisting(schemas);
  for (const operation of operations) hoisting.body(operation);
  const inline = operations.flatMap((operation) =>
    [...schemasIn(operation), ...parametersIn(operation)].map((schema) => ({
      schema,
      name: pascal(String(operation.operationId)),
    })),
  );
  const before = Object.entries(schemas);
  for (const [, schema] of before) hoisting.count(schema);
  for (const { schema } of inline) hoisting.count(schema);
  for (const [name, schema] of before) hoisting.replace(schema, name);
  for (const { schema, name } of inline) hoisting.replace(schema, name);
  const parameters = shareParameters(operations, nodeAt(nodeAt(root, "components"), "parameters"));
  return { ...root, components: { ...nodeAt(root, "components"), schemas, parameters } };
}

/** Parameters of an operation, as things that hold a schema. */
const parametersIn = (operation: Node): readonly unknown[] => listAt(operation, "parameters");

const operationIn = (root: Node, { path, method }: Route) =>
  nodeAt(nodeAt(nodeAt(root, "paths"), path), method.toLowerCase());

/** The schemas of an operation's body and of its answers. */
const schemasIn = (operation: Node): readonly unknown[] =>
  [nodeAt(operation, "requestBody"), ...Object.values(nodeAt(operation, "responses"))]
    .filter(isNode)
    .flatMap((one) => Object.values(nodeAt(one, "content")))
    .flatMap((content) => (isNode(content) ? [content.schema] : []));

const headerParameters: Record<string, oas31.ParameterObject> = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description: "重发时用同一值，只执行一次，答复同前 / The same key is carried out once and answered the same again",
    schema: { type: "string" },
  },
  IfMatch: {
    name: "If-Match",
    in: "header",
    description: "所见版本的 ETag，不符则 412 / The ETag last seen; 412 when it has changed since",
    schema: { type: "string", pattern: versionsPattern, examples: ['"3"'] },
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    description: "已有版本的 ETag，未变则 304 / The ETag one has; 304 when nothing has changed",
    schema: { type: "string", examples: ['"3"'] },
  },
  AcceptLanguage: {
    name: "Accept-Language",
    in: "header",
    description: "说明文字默认中文，en 则英文 / Texts are Chinese unless English comes first",
    schema: { type: "string", default: "zh-CN" },
  },
};

const reference = (kind: "parameters", name: string) => ({ $ref: `#/components/${kind}/${name}` });

function pathsOf(services: readonly Service[], { of }: Refusals): ZodOpenApiPathsObject {
  const ids = operationIds(services);
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const { routes, protocols } of services)
    for (const route of routes) {
      const item = paths[route.path] ?? {};
      const isForeign = protocolAt(protocols, route.path) !== undefined;
      item[route.method.toLowerCase()] = operationOf(route, ids.get(routeKey(route)) ?? "", { of, isForeign });
      paths[route.path] = item;
    }
  return paths;
}

function operationOf(
  route: Route,
  operationId: string,
  { of, isForeign }: Pick<Refusals, "of"> & { readonly isForeign: boolean },
): ZodOpenApiOperationObject {
  const may = whoMay(route);
  return {
    operationId,
    summary: both(route.summary),
    description: `可办理：${may.zh} / Open to: ${may.en}`,
    tags: [tagOf(route)],
    ...(route.allow === "public" ? { security: [] } : {}),
    "x-roles": route.allow,
    ...(isForeign ? { "x-outside-house-rules": true } : {}),
    requestParams: {
      path: z.object(Object.fromEntries(pathParameters(route.path).map((name) => [name, z.string()]))),
      ...(isObject(route.query) ? { query: route.query } : {}),
    },
    parameters: [
      ...(route.isCommand || route.later === true ? ["IdempotencyKey"] : []),
      ...(heedsIfMatch(route) ? ["IfMatch"] : []),
      ...(hasVersion(route) && !route.isCommand ? ["IfNoneMatch"] : []),
      "AcceptLanguage",
    ].map((name) => reference("parameters", name)),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [route.accepts?.type ?? "application/json"]: { schema: route.body } },
          },
        }),
    responses: responsesOf(route, of),
  };
}

export const pathParameters = (path: string) =>
  path
    .matchAll(/\{(\w+)\}/g)
    .map(([, name = ""]) => name)
    .toArray();

const isObject = (schema: z.ZodType | undefined): schema is z.ZodObject => schema instanceof z.ZodObject;
