import { roleNames } from "../../../shared/town/roles.ts";
import { isNode, listAt, type Node, nodeAt, resolved } from "./node.ts";
import { Promises } from "./promises.ts";

/** What an OpenAPI document promises: routes, roles, parameters, bodies and answers. Refusals are not part of it. */
export function promisesOfRoutes(document: Node): Promises {
  const promises = new Promises(document);
  for (const [path, methods] of Object.entries(nodeAt(document, "paths")))
    if (isNode(methods))
      for (const [method, operation] of Object.entries(methods))
        if (isNode(operation)) readOperation(document, promises, `${method.toUpperCase()} ${path}`, operation);
  return promises;
}

function readOperation(document: Node, promises: Promises, route: string, operation: Node): void {
  promises.kept.add(route);
  const roles = operation["x-roles"];
  if (roles === "public") promises.kept.add(`${route} is open to everybody`);
  for (const role of roles === "public" ? Object.keys(roleNames) : listAt(operation, "x-roles"))
    promises.kept.add(`${route} is open to ${role}`);
  for (const each of listAt(operation, "parameters")) {
    const parameter = isNode(each) ? resolved(document, each) : {};
    if (parameter.in === "path") continue;
    const place = `${route} ${parameter.in} ${parameter.name}`;
    // One value is a list of one (`status=a`): a parameter may take several later.
    const { schema } = parameter;
    promises.schema(isNode(schema) && schema.type === "array" ? schema.items : schema, place, "asked");
    if (parameter.required === true) promises.demand(`${place} is required`, route);
  }
  const body = nodeAt(operation, "requestBody");
  for (const [media, content] of Object.entries(nodeAt(body, "content"))) {
    promises.kept.add(`${route} takes ${media}`);
    if (isNode(content)) promises.schema(content.schema, `${route} body`, "asked");
  }
  for (const [status, named] of Object.entries(nodeAt(operation, "responses"))) {
    if (!/^[23]/.test(status) || !isNode(named)) continue;
    const answer = resolved(document, named);
    promises.kept.add(`${route} ${status}`);
    for (const header of Object.keys(nodeAt(answer, "headers")))
      promises.kept.add(`${route} ${status} header ${header}`);
    for (const [media, content] of Object.entries(nodeAt(answer, "content"))) {
      promises.kept.add(`${route} ${status} is ${media}`);
      // A file is text to who only fetches it. The document may say later what it holds.
      const isFile = media !== "application/json" && isNode(content) && nodeAt(content, "schema").type === "string";
      if (isNode(content) && !isFile) promises.schema(content.schema, `${route} ${status}`, "answered");
    }
  }
}

/** What an AsyncAPI document promises: the events that are sent, where, and the fields of each. */
export function promisesOfEvents(document: Node): Promises {
  const promises = new Promises(document);
  for (const operation of Object.values(nodeAt(document, "operations"))) {
    if (!isNode(operation) || operation.action !== "send") continue;
    const channel = resolved(document, nodeAt(operation, "channel"));
    for (const [type, message] of Object.entries(nodeAt(channel, "messages"))) {
      promises.kept.add(`${type} is sent by ${channel.title}`);
      if (isNode(message)) promises.schema(resolved(document, message).payload, type, "answered");
    }
  }
  return promises;
}
