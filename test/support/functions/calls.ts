import * as z from "zod";
import { ofCheck, ofFile, ofPut, ofRemoving, ofSending, type Right } from "./rights.ts";

/** What a client of the SDK sends; so much of it as tells the right that it takes. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const transacted = z.object({
  TransactItems: z.array(z.union([z.object({ Put: z.object({}) }), z.object({ ConditionCheck: z.object({}) })])),
});
const queried = z.object({ IndexName: z.string().optional() });

/**
 * The rights that a request takes, by AWS's service authorization reference. A transaction takes the right of each of its
 * parts. S3 says that a file is not there only to those who may list.
 */
export function rightsOf({ method, path, headers, body }: Sent, status: number): readonly Right[] {
  const [, target = ""] = (headers["x-amz-target"] ?? "").split(".");
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : typeof body === "string" ? body : "";
  if (target === "TransactWriteItems") {
    const parts = transacted.parse(JSON.parse(text)).TransactItems;
    return [...new Set(parts.map((part) => ("Put" in part ? ofPut : ofCheck)))];
  }
  if (target === "Query") {
    const { IndexName } = queried.parse(JSON.parse(text));
    return [`dynamodb:Query ${IndexName === undefined ? "table" : `index/${IndexName}`}`];
  }
  if (target !== "") return [`dynamodb:${target} table`];
  const [, action] = /(?:^|&)Action=(\w+)/.exec(text) ?? [];
  // SNS knows one right for one message and for ten
  if (action !== undefined) return [`sns:${action.replace(/Batch$/, "")} topic`];
  return [...ofObject(method, path), ...(status === 404 ? (["s3:ListBucket bucket"] as const) : [])];
}

function ofObject(method: string, path: string): readonly Right[] {
  if (method === "GET" || method === "HEAD") return ofFile(true);
  if (method === "PUT") return ofSending;
  if (method === "DELETE") return ofRemoving;
  throw new Error(`${method} ${path}: no right is known for it`);
}

/** So much of what sends a client's requests as is overheard. */
interface Handler {
  handle(request: Sent, options?: object): Promise<{ readonly response: { readonly statusCode: number } }>;
}

/** An extension for a client of the SDK, which hears the rights of each request that the client really sends. */
export const hearing = (heard: (rights: readonly Right[]) => void) => ({
  configure: (client: { httpHandler(): Handler }) => {
    const handler = client.httpHandler();
    const handle = handler.handle.bind(handler);
    Object.assign(handler, {
      handle: async (request: Sent, options?: object) => {
        const answer = await handle(request, options);
        heard(rightsOf(request, answer.response.statusCode));
        return answer;
      },
    });
  },
});
