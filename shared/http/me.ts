import * as z from "zod";
import type { Actor } from "../decider/index.ts";
import type { Role } from "../town/roles.ts";
import type { Text } from "./problem.ts";

const title = z.object({ zh: z.string(), en: z.string() });

/** What `GET /me` answers: who the token says one is, and what is open to these roles. */
export const meView = z.object({
  sub: z.string(),
  name: z.string(),
  roles: z.array(z.object({ code: z.string(), name: title })),
  office: z.object({ id: z.string(), name: title.optional() }).optional(),
  department: z.string().optional(),
  certificateNo: z.string().optional(),
  grids: z.array(z.string()),
  /** The key of the person in this town, masked: whether the token proves one. */
  party: z.string().optional(),
  /** Routes that the roles open. Who may act on one very thing its own view says. */
  may: z.array(z.object({ method: z.enum(["GET", "POST"]), path: z.string(), title })),
});

/** What a town says of itself to who asks `/me`: names of its offices and roles, and which route is open to which. */
export interface MeTable {
  readonly town: string;
  readonly offices: Readonly<Record<string, Text>>;
  readonly roles: Readonly<Record<string, Text>>;
  readonly routes: readonly {
    readonly method: "GET" | "POST";
    readonly path: string;
    readonly title: Text;
    readonly allow: readonly Role[] | "public";
  }[];
}

/** The person of a verified token, as that person may see it. The key of the person is masked. */
export function viewMe(actor: Actor, { offices, roles, routes }: MeTable): z.output<typeof meView> {
  const { sub, name, office, department, certificateNo, grids = [], party } = actor;
  return meView.parse({
    sub,
    name,
    roles: actor.roles.map((code) => ({ code, name: roles[code] ?? { zh: code, en: code } })),
    ...(office === undefined ? {} : { office: { id: office, name: offices[office] } }),
    department,
    certificateNo,
    grids,
    ...(party === undefined ? {} : { party: `${party.slice(0, 2)}${"*".repeat(party.length - 2)}` }),
    may: routes
      .filter(({ allow }) => allow === "public" || actor.roles.some((role) => allow.includes(role)))
      .map(({ method, path, title: of }) => ({ method, path, title: { zh: of.zh, en: of.en } })),
  });
}
