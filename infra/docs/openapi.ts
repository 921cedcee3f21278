import * as z from "zod";
import {
  createDocument,
  type oas31,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { commonProblems, type ProblemTexts } from "../../shared/http/index.ts";
import type { Route } from "../../shared/http/route.ts";
import type { Service } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { isNode, listAt, nodeAt } from "./contract/node.ts";
import { documentOptions, problemSchema } from "./schemas.ts";
import { Titling, wordsOf } from "./titles.ts";
import { viewsOf } from "./views.ts";
import { both, type Refusal, refusals, refusalsOf, whoMay } from "./words.ts";

/** OpenAPI 3.1 of all routes of these services in this town, from the schemas the routes themselves parse with. */
export function openapi(services: readonly Service[], town: TownProfile): ReturnType<typeof createDocument> {
  const document: ZodOpenApiObject = {
    openapi: "3.1.1",
    info: {
      title: `强镇 · ${town.name.zh} / Qiangzhen · ${town.name.en}`,
      version: "1",
      summary:
        "乡镇审批、执法、网格、财政一体化接口 / One interface to a town's permits, enforcement, grid and finance",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    tags: services.map(({ name, title }) => ({ name, description: both(title) })),
    security: [{ bearer: [] }],
    "x-problem-codes": codesOf(services),
    paths: pathsOf(services),
    components: {
      schemas: { Problem: problemSchema, ...viewsOf(services) },
      parameters: headerParameters,
      responses: problemResponses,
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
  return withTitles(createDocument(document, documentOptions), services);
}

/** The document with the titles of fields and values, each by the words of the service that shows it. */
function withTitles<D extends object>(document: D, services: readonly Service[]): D {
  const root = isNode(document) ? document : {};
  const titling = new Titling(root);
  for (const name of Object.keys(problemResponses)) {
    const { content } = nodeAt(nodeAt(nodeAt(root, "components"), "responses"), name);
    for (const media of Object.values(isNode(content) ? content : {}))
      if (isNode(media)) titling.schema(media.schema, commonProblems);
  }
  for (const service of services)
    for (const route of service.routes) {
      const texts = wordsOf(service);
      const operation = nodeAt(nodeAt(nodeAt(root, "paths"), route.path), route.method.toLowerCase());
      for (const parameter of listAt(operation, "parameters")) titling.parameter(parameter, texts);
      for (const content of Object.values(nodeAt(nodeAt(operation, "requestBody"), "content")))
        if (isNode(content)) titling.schema(content.schema, texts);
      for (const answer of Object.values(nodeAt(operation, "responses")))
        for (const content of Object.values(isNode(answer) ? nodeAt(answer, "content") : {}))
          if (isNode(content)) titling.schema(content.schema, texts);
    }
  return document;
}

/** Every code a problem may bear, by who says it, so that a generator can type them. */
const codesOf = (services: readonly Service[]) => {
  const codes = (texts: ProblemTexts) =>
    Object.keys(texts).filter(
      (code) => /^[a-z-]+\.[a-z-]+$/.test(code) && !code.startsWith("word.") && !code.startsWith("field."),
    );
  return {
    request: codes(commonProblems),
    ...Object.fromEntries(services.map(({ name, problems }) => [name, codes(problems)])),
  };
};

const headerParameters: Record<string, oas31.ParameterObject> = {
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description: "重发时用同一值，只执行一次，答复同前 / The same key is carried out once and answered the same again",
    schema: { type: "string", minLength: 1 },
  },
  IfMatch: {
    name: "If-Match",
    in: "header",
    description: "所见版本的 ETag，不符则 412 / The ETag last seen; 412 when it has changed since",
    schema: { type: "string", examples: ['"3"'] },
  },
  AcceptLanguage: {
    name: "Accept-Language",
    in: "header",
    description: "说明文字默认中文，en 则英文 / Texts are Chinese unless English comes first",
    schema: { type: "string", default: "zh-CN" },
  },
};

const reference = (kind: "parameters" | "responses", name: string) => ({ $ref: `#/components/${kind}/${name}` });

const etag = { description: "现版本 / The present version", schema: { type: "string" as const, examples: ['"4"'] } };
const location = { description: "新记录的地址 / Where the new record is", schema: { type: "string" as const } };

const problemResponses = Object.fromEntries(
  Object.entries(refusals).map(([status, text]) => [
    `Problem${status}`,
    {
      description: both(text),
      ...(status === "412" ? { headers: { ETag: etag } } : {}),
      content: { "application/problem+json": { schema: problemSchema } },
    },
  ]),
);

function pathsOf(services: readonly Service[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const { name, routes } of services)
    for (const route of routes) {
      const item = paths[route.path] ?? {};
      item[route.method.toLowerCase()] = operationOf(name, route);
      paths[route.path] = item;
    }
  return paths;
}

function operationOf(service: string, route: Route): ZodOpenApiOperationObject {
  const may = whoMay(route);
  return {
    operationId: operationId(route),
    summary: both(route.summary),
    description: `可办理：${may.zh} / Open to: ${may.en}`,
    tags: [service],
    ...(route.allow === "public" ? { security: [] } : {}),
    "x-roles": route.allow,
    requestParams: {
      path: z.object(Object.fromEntries(pathParameters(route.path).map((name) => [name, z.string()]))),
      ...(isObject(route.query) ? { query: route.query } : {}),
    },
    parameters: [
      ...(route.isCommand ? ["IdempotencyKey"] : []),
      ...(route.isCommand && route.status === 200 ? ["IfMatch"] : []),
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
    responses: responsesOf(route),
  };
}

const elsewhere = {
  description: "文件过大，按 Location 的限时地址下载 / Too large for an answer: to be fetched, soon, from Location",
  headers: { Location: location },
};

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const headers = {
    ...(hasVersion(route) ? { ETag: etag } : {}),
    ...(route.status === 201 ? { Location: location } : {}),
  };
  return {
    [`${route.status}`]: {
      description: both(route.summary),
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      content: { [route.produces?.split(";")[0] ?? "application/json"]: { schema: route.returns } },
    },
    ...(route.elsewhere === undefined ? {} : { "307": elsewhere }),
    ...Object.fromEntries(refusalsOf(route).map((status) => [String(status), problemReference(status)])),
  };
}

const problemReference = (status: Refusal) => reference("responses", `Problem${status}`);

/** A command answers the version it led to, and a single resource the one it has. */
export const hasVersion = ({ isCommand, path, produces }: Route) =>
  isCommand || (path.endsWith("}") && produces === undefined);

export const pathParameters = (path: string) =>
  path
    .matchAll(/\{(\w+)\}/g)
    .map(([, name = ""]) => name)
    .toArray();

const isObject = (schema: z.ZodType | undefined): schema is z.ZodObject => schema instanceof z.ZodObject;

/** `POST /permits/applications/{id}/accept` → `postPermitsApplicationsByIdAccept`: unique, and stable as the path is. */
export const operationId = ({ method, path }: Pick<Route, "method" | "path">) =>
  method.toLowerCase() +
  path
    .replace(/\{(\w+)\}/g, "by-$1")
    .split(/[/.-]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
