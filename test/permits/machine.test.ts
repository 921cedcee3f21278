import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { services } from "../../infra/services.ts";
import { moves } from "../../services/permits/cases/domain/application/moves.ts";
import { certificate } from "../../services/permits/certificates/domain/certificate.ts";
import { isRejection, theTownItself } from "../../shared/decider/index.ts";
import { on, refusalOf } from "../support/deciding.ts";
import { aCommand, statuses } from "./cases/builders.ts";
import { ready } from "./cases/ready-cases.ts";
import { aCertificate, aPaper, aProposal, heardOn, noHarm } from "./certificates/builders.ts";

/** P-5: events that take something from a person, or refuse it. */
const unfavourable = [
  "permits.application.refused",
  "permits.application.declined",
  "permits.application.corrections-notified",
  "permits.certificate.revoked",
  "permits.certificate.suspended",
];
const machine = "permits.person-decides";
const today = "2026-03-02";

describe("P-5: no refusal and no penalty is made by a machine", () => {
  const cells = statuses.flatMap((status) =>
    Object.values(aCommand(today))
      .filter(({ type }) => Object.keys(moves[status]).includes(type))
      .map(({ type }) => [status, type] as const),
  );

  test.each(cells)("an application that is %s: the machine's %s is to nobody's disadvantage", (status, type) => {
    const { one, command, on: date } = ready(status, type);
    const decision = one.tell(command, date, theTownItself);
    const types = isRejection(decision) ? [] : decision.map((event) => event.type);
    expect(types.filter((name) => unfavourable.includes(name))).toEqual([]);
  });

  test.each(["decline", "decide", "decide-at-once", "notify-corrections"] as const)(
    "%s is refused to it by its own code, whatever it says",
    (type) => {
      const { one, command, on: date } = ready(type === "decide" ? "accepted" : "received", type);
      expect(refusalOf(one.tell(command, date, theTownItself))).toMatchObject({
        code: machine,
        details: { rule: "P-5" },
      });
    },
  );

  const proposed = aCertificate({}, [aProposal(), "2026-05-04"]);
  test.each([
    [aCertificate(), { type: "suspend", document: aPaper }],
    [aCertificate(), aProposal()],
    [proposed, { type: "revoke", heard: heardOn("2026-05-04"), publicHarm: noHarm }],
    [aCertificate(), { type: "cancel", ground: "withdrawn", document: aPaper }],
  ] as const)("nor does it take a certificate away: %#", (state, command) => {
    expect(refusalOf(certificate.decide(state, command, on("2026-05-20", theTownItself))).code).toBe(machine);
  });
});

describe("P-5: over the reactions and deadlines of all services", () => {
  const root = join(import.meta.dirname, "../../services");
  const verbs = [
    ...[
      "decide",
      "decide-at-once",
      "decline",
      "refuse",
      "notify-corrections",
      "suspend",
      "propose-revocation",
      "revoke",
    ],
    ...["cancel", "punish", "fine", "reject"],
  ];
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));
  const commandsIn = (text: string) => [...text.matchAll(/\btype: "([a-z-]+)"/g)].map(([, type = ""]) => type);

  const reactions = sources.filter(({ name }) => name.includes("/reactions/"));
  test("there are some of every service", () => {
    for (const { name, subscriptions } of services)
      if (subscriptions.length > 0) expect(reactions.some((one) => one.name.startsWith(`${name}/`))).toBe(true);
  });
  test.each(reactions)("$name gives no command that refuses or takes away", ({ text }) => {
    expect(commandsIn(text).filter((type) => verbs.includes(type))).toEqual([]);
  });

  const deadlines = sources.filter(({ text }) => text.includes("onDeadline"));
  test.each(deadlines)("$name: a deadline gives none either", ({ text }) => {
    const [, after = ""] = text.split("onDeadline");
    const [rule = ""] = after.split("\n});");
    expect(commandsIn(rule).filter((type) => verbs.includes(type))).toEqual([]);
  });
});
