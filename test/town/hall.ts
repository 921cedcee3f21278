import * as z from "zod";
import type { RunningTown } from "../../infra/embedded/start.ts";
import type { Service } from "../../shared/service/index.ts";
import { unprinted } from "../permits/unprinted.ts";
import { type Answer, Caller } from "../support/embedded.ts";
import { startLaneTown } from "../support/lane.ts";
import { anOpenedTown } from "../support/opened-town.ts";

/** Working people of Guangtong, as their tokens name them. */
export const people = {
  clerk: { sub: "clerk-1", roles: ["clerk"], office: "service-centre" },
  reviewer: { sub: "reviewer-1", roles: ["reviewer"], office: "agriculture-centre" },
  approver: { sub: "approver-1", roles: ["approver"], office: "agriculture-centre" },
  marketApprover: { sub: "approver-2", roles: ["approver"], office: "economic-development" },
  planner: { sub: "reviewer-2", roles: ["reviewer"], office: "planning-construction" },
  planningApprover: { sub: "approver-3", roles: ["approver"], office: "planning-construction" },
  socialWorker: { sub: "reviewer-social-affairs", roles: ["reviewer"], office: "social-affairs" },
  socialApprover: { sub: "approver-4", roles: ["approver"], office: "social-affairs" },
  issuer: { sub: "issuer-1", roles: ["issuer"], office: "service-centre" },
  county: { sub: "county-1", roles: ["county"], department: "agriculture" },
  leader: { sub: "zhen-zhang", roles: ["leader"] },
  marketReviewer: { sub: "reviewer-economic-development", roles: ["reviewer"], office: "economic-development" },
  enforcementBureau: { sub: "county-2", roles: ["county"], department: "enforcement" },
  villageAgent: { sub: "agent-1", roles: ["agent"] },
  resident: { sub: "resident-1", roles: ["resident"] },
  neighbour: { sub: "resident-2", roles: ["resident"] },
  operator: { sub: "ops-1", roles: ["ops"] },
} as const;
export type Person = keyof typeof people;

const token = z.object({ token: z.string() });
const filed = z.object({
  id: z.string(),
  missing: z.array(z.string()),
  household: z.object({ stated: z.boolean() }).optional(),
});

export const zhangSan = { kind: "citizen", name: "张三", idNumber: "110101190001010014", phone: "13800001234" };

/** He lives alone. */
const zhangSans = {
  book: "广通001",
  members: [{ name: zhangSan.name, idNumber: zhangSan.idNumber, relation: "head", single: true }],
};

/** The whole town of Guangtong on this machine, and its people to act in it. */
export class Hall {
  readonly town: RunningTown;
  readonly #signedIn = new Map<Person, string>();
  readonly #remove: () => Promise<void>;

  private constructor(town: RunningTown, remove: () => Promise<void>) {
    this.town = town;
    this.#remove = remove;
  }

  /** @param papers whether documents are drawn: each costs a third of a second of the one thread that also answers */
  static async open({ papers = true } = {}): Promise<Hall> {
    const directory = await anOpenedTown();
    const services = papers ? {} : { services: await withoutPapers() };
    const town = await startLaneTown({ dataDir: directory.path, port: 0, retryDelay: 5, ...services });
    const hall = new Hall(town, directory.remove);
    for (const person of Object.keys(people).filter(isPerson)) {
      const answer = await new Caller(town.url).post("/_embedded/token", { name: "某人", ...people[person] });
      hall.#signedIn.set(person, token.parse(answer.body).token);
    }
    await town.settle(60_000);
    return hall;
  }

  async close(): Promise<void> {
    await this.town.stop();
    await this.#remove();
  }

  call(
    who: Person | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const authorization = who === undefined ? {} : { authorization: `Bearer ${this.#signedIn.get(who)}` };
    return new Caller(this.town.url).call(method, path, body, { ...authorization, ...headers });
  }

  get = (who: Person | undefined, path: string) => this.call(who, "GET", path);
  post = (who: Person | undefined, path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    this.call(who, "POST", path, body, headers);

  /** Receives an application with everything the guide asks for. */
  async receive(itemCode: string, who: Person = "clerk"): Promise<string> {
    const first = await this.post(who, "/permits/applications", { itemCode, applicant: zhangSan, materials: [] });
    if (first.status !== 201) throw new Error(JSON.stringify(first.body));
    const { id, missing, household } = filed.parse(first.body);
    if (missing.length > 0) await this.step("clerk", id, "correct", { materials: missing });
    if (household?.stated === false) await this.step("clerk", id, "state-household", { household: zhangSans });
    return id;
  }

  /** An application received and accepted. */
  async accepted(itemCode: string): Promise<string> {
    const id = await this.receive(itemCode);
    await this.step("clerk", id, "accept");
    return id;
  }

  /** So many applications received with everything, ten people at a time, and accepted. */
  async crowd(itemCode: string, size: number): Promise<string[]> {
    const guide = z.object({ materials: z.array(z.object({ name: z.string() })) });
    const { materials } = guide.parse((await this.get(undefined, `/permits/guides/${itemCode}`)).body);
    const body = { itemCode, applicant: zhangSan, materials: materials.map(({ name }) => name) };
    const one = async () => {
      const { id } = filed.parse((await this.post("clerk", "/permits/applications", body)).body);
      await this.step("clerk", id, "accept");
      return id;
    };
    const ids: string[] = [];
    while (ids.length < size) ids.push(...(await Promise.all(Array.from({ length: 10 }, one))));
    return ids;
  }

  step = (who: Person, id: string, verb: string, body: unknown = {}) =>
    this.post(who, `/permits/applications/${id}/${verb}`, body);

  async setClock(now: string): Promise<void> {
    await this.call(undefined, "PUT", "/_embedded/clock", { now });
  }
}

const isPerson = (name: string): name is Person => Object.hasOwn(people, name);

/** In the cloud papers are drawn by a function of their own, which no crowd at the counter waits for; here they are left out. */
async function withoutPapers(): Promise<readonly Service[]> {
  const { services } = await import("../../infra/services.ts");
  return services.map((one) => (one.name === "permits" ? { ...one, subscriptions: unprinted } : one));
}
