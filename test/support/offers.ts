import * as z from "zod";
import type { Route } from "../../shared/http/index.ts";
import type { Service } from "../../shared/service/index.ts";
import type { Answered } from "./http.ts";
import type { Asked } from "./tally-town.ts";

type Ask = (asked: Asked) => Promise<Answered>;

const offered = z.object({
  actions: z.array(z.object({ verb: z.string(), blocked: z.object({ code: z.string() }).optional() })),
});

const linked = z.object({
  links: z.array(z.object({ rel: z.string(), path: z.string(), status: z.string().optional() })),
});

/** Follows what a view leads to, as the same person: each thing of this service is there, in the state that was told. */
export async function linksLead(service: Service, ask: Ask, body: unknown, claims: Asked["claims"]): Promise<string[]> {
  const rels: string[] = [];
  for (const { rel, path, status } of linked.parse(body).links) {
    rels.push(rel);
    if (!path.startsWith(`/${service.name}/`)) continue;
    const [at = "", text = ""] = path.split("?");
    const query = Object.fromEntries(new URLSearchParams(text));
    const found = await ask({ path: decodeURIComponent(at), query, claims });
    if (found.status !== 200) throw new Error(`${rel}: ${path} answers ${found.status}`);
    if (status !== undefined && found.body.status !== status)
      throw new Error(`${rel}: ${path} is ${found.body.status}, told ${status}`);
  }
  return rels;
}

const offersActions = ({ returns }: Route) => returns instanceof z.ZodObject && "actions" in returns.shape;

/** The routes by which a thing at a path is read with its actions. */
export const readersOf = ({ routes }: Service, at: string): readonly Route[] =>
  routes.filter((route) => route.method === "GET" && route.path.startsWith(`${at}/{id}`) && offersActions(route));

const rolesIn = (claims: Asked["claims"]) =>
  String(claims?.roles ?? "")
    .replace(/^\[|\]$/g, "")
    .split(" ");

/** 409 where the state is in the way: not where a value meets another. */
const refusedToHim = new Set([403, 404]);

/**
 * Before each command that is sent, reads what its caller is offered; afterwards holds the answer against it. What succeeds
 * was offered and not blocked. What is refused to the person was not offered, or was blocked.
 */
export function offersHeld(service: Service, ask: Ask): { readonly ask: Ask; readonly taken: ReadonlySet<string> } {
  const taken = new Set<string>();
  return {
    taken,
    async ask(asked) {
      const [at, id, verb] = /^(\/.+)\/([^/]+)\/([a-z-]+)$/.exec(asked.path)?.slice(1) ?? [];
      const isStep = service.routes.some(
        ({ method, path, step }) => method === "POST" && step === verb && path === `${at}/{id}/${verb}`,
      );
      if (asked.method !== "POST" || !isStep || at === undefined || verb === undefined) return ask(asked);
      const told = await offersTold(service, ask, asked.claims, at, id ?? "");
      const answer = await ask(asked);
      if (told === undefined) return answer;
      const action = told.find((one) => one.verb === verb);
      const said = action === undefined ? "not offered" : (action.blocked?.code ?? "offered");
      const what = `${asked.path} as ${rolesIn(asked.claims)}: ${said}, answered ${answer.status} ${answer.body.code ?? ""}`;
      if (answer.status === 200 && said !== "offered" && !repeated(asked)) throw new Error(what);
      // A body may name something else that is not there.
      const isOfHisOwn = answer.body.errors === undefined;
      if (refusedToHim.has(answer.status) && isOfHisOwn && said === "offered") throw new Error(what);
      if (answer.status === 200) taken.add(`${at}/{id}/${verb}`);
      return answer;
    },
  };
}

/** A command that is sent again is answered as the first time. */
const repeated = ({ headers = {} }: Asked) => headers["idempotency-key"] !== undefined;

/** The steps that a person is offered on a thing; undefined: he reads it by no route. */
export async function offersTold(service: Service, ask: Ask, claims: Asked["claims"], at: string, id: string) {
  const roles = rolesIn(claims);
  for (const { path, allow } of readersOf(service, at)) {
    if (allow !== "public" && !roles.some((role) => allow.some((one) => one === role))) continue;
    const { status, body } = await ask({ path: path.replace("{id}", id), claims });
    if (status !== 200) continue;
    if ("links" in body) await linksLead(service, ask, body, claims);
    return offered.parse(body).actions;
  }
  return undefined;
}
