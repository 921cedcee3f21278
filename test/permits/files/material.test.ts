import { describe, expect, test } from "vitest";
import { materialMoves } from "../../../services/permits/common/domain/uploaded-file.ts";
import { caseFile, type FollowFile } from "../../../services/permits/files/domain/case-file.ts";
import { material } from "../../../services/permits/files/domain/decider.ts";
import type { Cases, MaterialCommand } from "../../../services/permits/files/domain/material.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import {
  anAgent,
  anApplication,
  aResident,
  statuses,
  theApprover,
  theClerk,
  theForm,
  theIssuer,
  thePlan,
  theReviewer,
} from "../cases/builders.ts";
import {
  AFile,
  announce,
  announcing,
  attach,
  aWholeFile,
  complete,
  detach,
  found,
  strictTown,
  theFile,
} from "./builders.ts";

const neighbour: Actor = { ...aResident, sub: "resident-2" };
const scanner: Actor = { sub: "scanner-1", name: "", roles: ["device"] };
const mine = anApplication({ by: aResident }).state;
const theirs = anApplication({ by: neighbour }).state;
const announced = () => new AFile().lawfully(announce);
const clean: MaterialCommand = { type: "scan", verdict: "clean", engine: "clamav" };
const infected: MaterialCommand = { type: "scan", verdict: "infected", engine: "clamav" };
const openAs = (cases: Cases): MaterialCommand => ({ type: "disclose", cases });
const open = openAs({ A: theirs });
const codeOf = (answer: ReturnType<AFile["tell"]>) => (isRejection(answer) ? answer.code : "done");

describe("what is taken", () => {
  test.each([
    ["application/pdf", 20 * 1024 * 1024],
    ["image/jpeg", 10 * 1024 * 1024],
    ["image/heic", 10 * 1024 * 1024],
  ])("%s up to its size, and not a byte more", (type, limit) => {
    expect(codeOf(new AFile().tell(announcing({ type, bytes: limit })))).toBe("done");
    expect(refusalOf(new AFile().tell(announcing({ type, bytes: limit + 1 })))).toMatchObject({
      code: "permits.material-too-large",
      pointer: "/bytes",
      details: { limit },
    });
  });

  test.each(["text/html", "image/svg+xml", "application/zip", "application/x-msdownload"])(
    "%s is not taken",
    (type) => {
      expect(refusalOf(new AFile().tell(announcing({ type })))).toMatchObject({
        code: "permits.material-type-not-taken",
        pointer: "/type",
      });
    },
  );

  test("how it is called and whose it is stay in the house", () => {
    const [event] = [new AFile().tell(announce)].flat();
    expect(event).toMatchObject({ personal: { name: "申请表.pdf", owner: "resident-1" } });
    expect(JSON.stringify(event && "data" in event ? event.data : "")).not.toMatch(/申请表|resident/);
  });
});

describe("what came", () => {
  test.each([
    ["nothing", undefined, "permits.material-not-there"],
    ["a byte too many", { ...found, bytes: 1001 }, "permits.material-other-than-announced"],
    ["another content", { ...found, sha256: "b".repeat(64) }, "permits.material-other-than-announced"],
    ["another type", { ...found, type: "image/png" }, "permits.material-other-than-announced"],
    ["a picture called a document", { ...found, content: "image/png" }, "permits.material-not-what-it-says"],
    ["nothing known", { ...found, content: undefined }, "permits.material-not-what-it-says"],
  ])("%s does not make it whole", (_what, came, code) => {
    const one = announced();
    expect(codeOf(one.tell({ type: "complete", found: came }))).toBe(code);
    expect(one.state?.status).toBe("announced");
  });

  test("what was announced does", () => {
    expect(announced().lawfully(complete).state).toMatchObject({ status: "uploaded", attachments: [], ...theFile });
  });

  test("nobody else completes, attaches or removes it", () => {
    for (const stranger of [neighbour, anAgent, theReviewer]) {
      expect(codeOf(announced().tell(complete, stranger))).toBe("permits.not-yours");
      expect(codeOf(aWholeFile().tell(attach("A", theirs), stranger))).toBe("permits.not-yours");
      expect(codeOf(aWholeFile().tell({ type: "remove" }, stranger))).toBe("permits.not-yours");
    }
    expect(announced().lawfully(complete, theClerk).state?.status).toBe("uploaded");
  });
});

describe("an upload that is not finished is dropped after a day", () => {
  test("and not before", () => {
    const one = announced();
    expect(material.nextDeadline?.(one.state ?? fail())).toBe("2026-03-02T16:00:00.000Z");
    expect(one.lawfully({ type: "pass-time" }).state).toMatchObject({ status: "removed", ground: "unfinished" });
    expect(codeOf(one.tell(complete))).toBe("permits.material-not-in-this-state");
  });
});

describe("a file that no case has taken goes after thirty days", () => {
  const dueOf = (one: AFile) => material.nextDeadline?.(one.state ?? fail());

  test("counted from its upload, and anew when the last case has given it back", () => {
    const one = aWholeFile();
    expect(dueOf(one)).toBe("2026-04-01T16:00:00.000Z");
    one.lawfully(attach("A", mine)).lawfully(attach("B", mine));
    expect(dueOf(one)).toBeUndefined();
    one.lawfully(detach("A", mine), aResident, "2026-03-09");
    expect(dueOf(one)).toBeUndefined();
    one.lawfully(detach("B", mine), aResident, "2026-03-10");
    expect(dueOf(one)).toBe("2026-04-09T16:00:00.000Z");
    expect(one.lawfully({ type: "pass-time" }).state).toMatchObject({ status: "removed", ground: "unused" });
  });

  test("what is removed keeps no name", () => {
    const one = aWholeFile().lawfully({ type: "remove" });
    expect(JSON.stringify(one.state)).not.toContain("申请表");
    expect(material.listed?.(one.state ?? fail(), "X")).toEqual({});
  });
});

describe("one file serves several cases", () => {
  test("under the material each guide names", () => {
    const one = aWholeFile()
      .lawfully(attach("A", mine))
      .lawfully(attach("B", mine, thePlan));
    expect(one.state).toMatchObject({
      attachments: [
        { application: "A", material: theForm },
        { application: "B", material: thePlan },
      ],
    });
  });

  test("the same again changes nothing", () => {
    expect(aWholeFile().lawfully(attach("A", mine)).tell(attach("A", mine))).toEqual([]);
  });

  test("XK-31: only as what the guide asks for", () => {
    expect(refusalOf(aWholeFile().tell(attach("A", mine, "无犯罪记录证明")))).toMatchObject({
      code: "permits.material-not-asked",
      details: { rule: "XK-31" },
      pointer: "/material",
    });
  });

  test("a resident gives it to his own cases, the counter to anybody's", () => {
    // P-1: another's case is no case to him, whatever state it is in.
    expect(codeOf(aWholeFile().tell(attach("A", theirs)))).toBe("permits.unknown-application");
    expect(aWholeFile().tell(attach("A", theirs))).toEqual(aWholeFile().tell(attach("A", undefined)));
    expect(codeOf(aWholeFile().tell(attach("A", theirs), theClerk))).toBe("done");
  });

  test("every state of a case either takes materials or does not", () => {
    const taking = ["received", "incomplete", "accepted", "paused"];
    const returning = ["received", "incomplete", "declined", "withdrawn"];
    for (const status of statuses) {
      const of = anApplication({ by: aResident, status }).state;
      expect(codeOf(aWholeFile().tell(attach("A", of))), status).toBe(
        taking.includes(status) ? "done" : "permits.case-takes-no-materials",
      );
      const one = aWholeFile().lawfully(attach("A", mine));
      expect(codeOf(one.tell(detach("A", of))), status).toBe(
        returning.includes(status) ? "done" : "permits.material-belongs-to-the-case",
      );
    }
  });

  test("the only file for a material that the case counts on is replaced, not just taken back", () => {
    const one = () => aWholeFile().lawfully(attach("A", mine));
    expect(mine.given).toContain(theForm);
    expect(codeOf(one().tell(detach("A", mine, false)))).toBe("permits.material-is-the-only-one");
    expect(codeOf(one().tell(detach("A", mine, true)))).toBe("done");
    expect(codeOf(one().tell(detach("A", { ...mine, given: [] }, false)))).toBe("done");
    expect(
      codeOf(
        one()
          .lawfully(infected, scanner)
          .tell(detach("A", mine, false)),
      ),
    ).toBe("done");
  });

  test("what a case has taken is not removed", () => {
    expect(refusalOf(aWholeFile().lawfully(attach("A", mine)).tell({ type: "remove" }))).toMatchObject({
      code: "permits.material-in-use",
      details: { applications: ["A"] },
    });
  });
});

describe("the scanner's verdict", () => {
  test("where the profile wants one, nobody but the owner reads and no case takes a file before it", () => {
    const one = aWholeFile(strictTown);
    expect(codeOf(one.tell(attach("A", mine)))).toBe("permits.material-not-scanned");
    expect(codeOf(one.tell(open, theClerk))).toBe("permits.material-not-scanned");
    expect(codeOf(one.tell(open))).toBe("done");
    expect(codeOf(one.tell(open, scanner))).toBe("done");
    one.lawfully(clean, scanner);
    expect(codeOf(one.tell(attach("A", mine)))).toBe("done");
    expect(codeOf(one.tell(open, theClerk))).toBe("done");
  });

  test("the scanner reads what waits for it, and nothing that it has found clean", () => {
    expect(codeOf(aWholeFile().tell(open, scanner))).toBe("done");
    expect(codeOf(aWholeFile().lawfully(clean, scanner).tell(open, scanner))).toBe("permits.material-not-for-you");
  });

  test("where it does not, it still counts when it comes", () => {
    const one = aWholeFile().lawfully(attach("A", mine)).lawfully(clean, scanner);
    expect(one.state).toMatchObject({ status: "clean", attachments: [{ application: "A" }] });
    expect(one.lawfully(infected, scanner).state).toMatchObject({
      status: "infected",
      attachments: [{ application: "A" }],
    });
  });

  test("an infected file is given to nobody, taken by no case, and never clean again", () => {
    for (const actor of [aResident, theClerk, theReviewer, scanner]) {
      const one = aWholeFile().lawfully(infected, scanner);
      expect(codeOf(one.tell(open, actor))).toBe("permits.material-not-in-this-state");
      expect(codeOf(one.tell(attach("A", mine), actor))).toBe("permits.material-not-in-this-state");
      expect(codeOf(one.tell(clean, scanner))).toBe("permits.material-not-in-this-state");
      expect(material.nextDeadline?.(one.state ?? fail())).toBeUndefined();
    }
  });
});

describe("who is given the file", () => {
  const attached = aWholeFile().lawfully(attach("A", theirs), theClerk);
  const elsewhere = { ...theReviewer, office: "social-affairs" };
  const joint = { ...theirs, guide: { ...theirs.guide, jointDepartments: ["县水务局"] } };
  const jointly = aWholeFile().lawfully(attach("A", joint), theClerk);

  test.each([
    ["its owner", aResident, "done"],
    ["the owner of a case that took it", neighbour, "done"],
    ["the counter", theClerk, "done"],
    ["the certificate desk", theIssuer, "done"],
    ["the reviewer of the deciding office", theReviewer, "done"],
    ["the approver of the deciding office", theApprover, "done"],
    ["a reviewer of another office", elsewhere, "permits.material-not-for-you"],
    ["an agent", anAgent, "permits.material-not-for-you"],
    ["a leader, who works on no case", { ...theApprover, roles: ["leader"] as const }, "permits.material-not-for-you"],
  ])("%s: %s", (_who, actor, code) => {
    expect(codeOf(attached.tell(open, actor))).toBe(code);
  });

  test("where several offices handle a case, the reviewers of any", () => {
    const now = openAs({ A: joint });
    expect(codeOf(jointly.tell(now, elsewhere))).toBe("done");
    expect(codeOf(jointly.tell(now, { ...theApprover, office: "social-affairs" }))).toBe(
      "permits.material-not-for-you",
    );
  });

  test("L9: whose the case is now, not when it took the file: the villager, and the agent until it has ended", () => {
    const agency = { authorisation: "Z", sub: anAgent.sub, resident: neighbour.sub };
    const acting = { ...theirs, owner: anAgent.sub, agency };
    const ended = { ...theirs, owner: neighbour.sub, agency: { ...agency, endedOn: "2026-03-09" } };
    const taken = aWholeFile().lawfully(attach("A", acting), theClerk).lawfully(attach("B", mine), theClerk);
    const given = (cases: Cases, actor: Actor) => codeOf(taken.tell(openAs(cases), actor));
    expect(given({ A: acting, B: mine }, anAgent)).toBe("done");
    expect(given({ A: ended, B: mine }, anAgent)).toBe("permits.material-not-for-you");
    expect(given({ A: ended, B: acting }, anAgent)).toBe("done");
    for (const of of [acting, ended]) expect(given({ A: of, B: mine }, neighbour)).toBe("done");
  });

  test("a case that has given the file back gives nobody a right to it", () => {
    const back = aWholeFile().lawfully(attach("A", theirs), theClerk).lawfully(detach("A", theirs), theClerk);
    expect(codeOf(back.tell(open, neighbour))).toBe("permits.material-not-for-you");
    expect(codeOf(back.tell(open, theReviewer))).toBe("permits.material-not-for-you");
  });

  test("as long as no case has taken it, its owner and the counter alone", () => {
    for (const actor of [theReviewer, theIssuer, neighbour])
      expect(codeOf(aWholeFile().tell(open, actor))).toBe("permits.material-not-for-you");
  });

  test("P-1: each time is on record", () => {
    const type = "permits.material.disclosed";
    expect(attached.tell(open, theReviewer)).toEqual([{ type, data: {}, personal: { reason: "依职责办理本件" } }]);
  });
});

test("every command in every state that does not list it is refused, and names what is possible", () => {
  const states = {
    announced,
    uploaded: () => aWholeFile(),
    clean: () => aWholeFile().lawfully(clean, scanner),
    infected: () => aWholeFile().lawfully(infected, scanner),
    removed: () => aWholeFile().lawfully({ type: "remove" }),
  };
  const commands: MaterialCommand[] = [complete, clean, attach("A", mine), detach("A", mine)];
  commands.push({ type: "remove" }, open, { type: "pass-time" }, announce);
  for (const [status, make] of Object.entries(states))
    for (const command of commands) {
      const row: Readonly<Record<string, unknown>> =
        Object.entries(materialMoves).find(([name]) => name === status)?.[1] ?? {};
      const possible = Object.keys(row);
      const answer = make().tell(command, command.type === "scan" ? scanner : aResident);
      if (possible.includes(command.type)) expect(isRejection(answer), `${status} ${command.type}`).toBe(false);
      else
        expect(answer).toMatchObject({
          code: "permits.material-not-in-this-state",
          ground: "state",
          details: { possible },
        });
    }
});

describe("the files of a case", () => {
  const told = (sequence: number, change: FollowFile["change"], file = "F"): FollowFile => ({
    ...{ type: "follow", change, file, sequence, material: theForm, on: "2026-03-02" },
  });
  const follow = (...commands: FollowFile[]) =>
    commands.reduce<ReturnType<typeof caseFile.evolve> | undefined>((state, command) => {
      const events = caseFile.decide(state, command, on("2026-03-02"));
      if (isRejection(events)) throw new Error("refused");
      return events.reduce((now, event) => caseFile.evolve(now, { ...event, sequence: 1, time: "", actor: "" }), state);
    }, undefined);

  test("follow what becomes of each, and a repetition brings nothing back", () => {
    expect(follow(told(3, "attached"), told(1, "attached", "G"))?.files.map(({ file }) => file)).toEqual(["F", "G"]);
    expect(follow(told(3, "attached"), told(4, "detached"), told(3, "attached"))?.files).toEqual([]);
    expect(caseFile.decide(follow(told(3, "attached")), told(3, "attached"), on("2026-03-02"))).toEqual([]);
  });
});

function fail(): never {
  throw new Error("no state");
}
