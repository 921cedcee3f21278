import { expect, test } from "vitest";
import {
  claimMoves,
  type HouseholdClaimCommand,
  householdClaim,
} from "../../../services/permits/cases/domain/household/claim.ts";
import { walkCells } from "../../support/cells.ts";
import { Living } from "../../support/living.ts";
import { theApprover } from "./builders.ts";

const today = "2026-03-02";
const claim = { type: "claim", claim: "C1", of: "homestead", application: "PL-001.1" } as const;
const document = { number: "分户1号", date: today };
const commands = {
  claim: { ...claim, application: "PL-001.2", insteadOf: "PL-001.1" },
  release: { type: "release", application: "PL-001.1" },
  "let-go": { type: "let-go", ground: "left-household", document },
} as const satisfies Readonly<Record<string, HouseholdClaimCommand>>;

const held = () => new Living(householdClaim).lawfully(claim, today);
const free = () => held().lawfully(commands.release, today);

walkCells("a household's claim", {
  moves: claimMoves,
  commands: Object.keys(commands),
  impossible: "permits.claim-not-in-this-state",
  ready(status, verb) {
    const one = status === "held" ? held() : free();
    const command = Object.values(commands).find(({ type }) => type === verb);
    if (command === undefined) throw new Error(`${verb} is no command`);
    return {
      get status() {
        return one.state?.status ?? "";
      },
      tell: () => one.tell(command, today),
    };
  },
});

test("XK-T1, V5: another case does not take what one holds; the same case claims once", () => {
  const one = held();
  expect(one.tell({ ...claim, application: "PL-001.2" }, today)).toMatchObject({
    code: "permits.household-has-one",
    ground: "rule",
    details: { claim: "C1", heldBy: "PL-001.1" },
  });
  expect(one.tell(claim, today)).toEqual([]);
});

test("the end of another case's certificate frees nothing", () => {
  expect(held().tell({ type: "release", application: "PL-001.2" }, today)).toEqual([]);
});

test("what is let go by a paper is claimed anew, and the paper stays on record; one of tomorrow is refused", () => {
  const late = { ...commands["let-go"], document: { ...document, date: "2026-03-03" } };
  expect(held().tell(late, today, theApprover)).toMatchObject({ code: "permits.document-dated-later" });
  const one = held().lawfully(commands["let-go"], today, theApprover);
  expect(one.state).toMatchObject({ status: "free", ground: "left-household", document });
  expect(one.lawfully({ ...claim, application: "PL-001.2" }, today).state).toMatchObject({ application: "PL-001.2" });
});
