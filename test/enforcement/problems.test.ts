import { describe, expect, test } from "vitest";
import { byMachine, datedLater, handedInOn, peopleNamed } from "../../services/enforcement/common/domain/case-rules.ts";
import { powerFault } from "../../services/enforcement/common/domain/power.ts";
import { countersignFault, twoOfficers } from "../../services/enforcement/common/domain/two-officers.ts";
import { commonProblems as enforcementProblems } from "../../services/enforcement/common/problems.ts";
import { fineFault, kindsFault } from "../../services/enforcement/penalty-list/domain/index.ts";
import { penaltyListProblems } from "../../services/enforcement/penalty-list/problems.ts";
import { enforcement } from "../../services/enforcement/service.ts";
import { roster } from "../../services/enforcement/team/domain/roster/decider.ts";
import { squad } from "../../services/enforcement/team/domain/squad/decider.ts";
import { study } from "../../services/enforcement/team/domain/study/study.ts";
import { teamProblems } from "../../services/enforcement/team/problems.ts";
import { theTownItself } from "../../shared/decider/index.ts";
import { textOf } from "../../shared/http/problem.ts";
import { commonProblems } from "../../shared/http/texts.ts";
import { codesTold, unfilled } from "../support/problem-texts.ts";
import { anOfficer, day, town } from "./common/builders.ts";
import { officerOne, theCaptain } from "./enforcement-town.ts";
import { aNorm, citizen, withConditions } from "./penalty-list/builders.ts";
import { contextOf, tell, today } from "./telling.ts";

const officers = [anOfficer("officer-1"), anOfficer("officer-2")];
const naming = { officers, domains: ["trade"], on: day(today), town };
const recording = { officers: [{ sub: "officer-1" }, { sub: "officer-2" }], recordedBy: "officer-1" };
const fine = { amountFen: 60_000, tier: "minor", grounds: [] };
const context = contextOf(officerOne, today);

const forming = {
  type: "form",
  name: { zh: "第一中队", en: "First squad" },
  leader: "officer-1",
  domains: ["trade"],
  officers,
  others: [],
} as const;
const joining = { type: "add-member", sub: "officer-2", kind: "officer", officers, others: [] } as const;
const formed = () => tell(squad, undefined, forming).state;
const full = () => tell(squad, formed(), joining).state;
const gone = () => tell(squad, full(), { type: "disband", reasons: "合并" }).state;
const shift = {
  on: "2026-09-07",
  from: "08:00",
  to: "16:00",
  kind: "duty",
  people: ["officer-1", "officer-2"],
} as const;
const planning = (given: object = {}, shifts = [{ ...shift, ...given }]) =>
  ({ type: "plan", squad: "S1", month: "2026-09", shifts, of: full(), officers }) as const;
const learning = {
  type: "record",
  person: "officer-1",
  kind: "study",
  subject: "行政处罚法",
  on: "2026-08-20",
  hours: 8,
  organiser: "县司法局",
} as const;
const learnt = () => tell(study, undefined, learning).state;
const strike = { type: "strike", no: 1, reasons: "登记有误" } as const;
const others = () => [full()].filter((one) => one !== undefined);

interface Refused {
  readonly code?: string;
  readonly details?: object;
}

/** Every refusal of the parts that stand under all others, provoked. */
const refusals: Readonly<Record<string, () => Refused | object | undefined>> = {
  "enforcement.document-dated-later": () => datedLater({ date: "2026-09-02" }, context),
  "enforcement.not-a-named-officer": () => countersignFault(recording, { sub: "officer-3" }),
  "enforcement.own-signature": () => countersignFault(recording, { sub: "officer-1" }),
  "enforcement.person-decides": () => byMachine(theTownItself),
  "enforcement.person-differs": () => peopleNamed([{ sub: "clerk-1", name: "别人" }], {}, context, "/people"),
  "enforcement.place-missing": () => powerFault("PN-063", undefinedPlace(), { on: day(today) }, splitTown()),
  "enforcement.posted-before-told": () =>
    handedInOn({ posted: { on: "2026-08-31", proof: "挂号信" }, own: false, since: "2026-09-01" }, context),
  "enforcement.posted-in-future": () =>
    handedInOn({ posted: { on: "2026-09-02", proof: "挂号信" }, own: false }, context),
  "enforcement.posting-recorded-by-staff": () =>
    handedInOn({ posted: { on: "2026-09-01", proof: "挂号信" }, own: true }, context),
  "enforcement.power-not-in-force": () => powerFault("PN-001", undefined, { on: day(today) }, town),
  "enforcement.town-does-not-decide": () =>
    powerFault("PN-063", { ...undefinedPlace(), townRole: "forwards" }, { on: day(today) }, town),
  "enforcement.two-officers": () => twoOfficers(["officer-1", "clerk-1"], naming),
  "enforcement.unknown-person": () => peopleNamed(["nobody"], {}, context, "/people"),
  "enforcement.base-missing": () =>
    fineFault(aNorm({ multiple: { base: "goods value", min: 1, max: 2 }, citizenFine: undefined }), citizen, fine),
  "enforcement.fine-above-maximum": () => fineFault(aNorm(), citizen, { ...fine, amountFen: 200_001 }),
  "enforcement.fine-below-minimum": () => fineFault(aNorm(), citizen, { ...fine, amountFen: 1 }),
  "enforcement.fine-of-nothing": () => fineFault(aNorm(), citizen, { ...fine, amountFen: 0 }),
  "enforcement.fine-outside-tier": () => fineFault(aNorm(), citizen, { ...fine, tier: "serious" }),
  "enforcement.fine-too-early": () => fineFault(withConditions({ fineNeeds: "order-unmet" }), citizen, fine),
  "enforcement.fine-without-amount": () => fineFault(aNorm({ citizenFine: undefined }), citizen, fine),
  "enforcement.kind-not-allowed": () => kindsFault(aNorm(), citizen, ["责令关闭"]),
  "enforcement.persons-not-fined": () => fineFault(aNorm(), { ...citizen, role: "responsible" }, fine),
  "enforcement.unknown-tier": () => fineFault(aNorm(), citizen, { ...fine, tier: "mild" }),
  "enforcement.certified-is-no-auxiliary": () => tell(squad, formed(), { ...joining, kind: "auxiliary" }),
  "enforcement.examination-without-result": () => tell(study, undefined, { ...learning, kind: "examination" }),
  "enforcement.leader-stays": () => tell(squad, full(), { type: "remove-member", sub: "officer-1" }),
  "enforcement.member-already": () => tell(squad, full(), joining),
  "enforcement.member-elsewhere": () => tell(squad, formed(), { ...joining, others: others() }),
  "enforcement.no-such-entry": () => tell(study, learnt(), { ...strike, no: 2 }),
  "enforcement.no-such-member": () => tell(squad, full(), { type: "remove-member", sub: "nobody" }),
  "enforcement.no-such-squad": () => tell(roster, undefined, { ...planning(), of: gone() }),
  "enforcement.not-certified": () => tell(squad, undefined, { ...forming, officers: [] }),
  "enforcement.not-in-squad": () => tell(roster, undefined, planning({ people: ["officer-1", "nobody"] })),
  "enforcement.not-your-team": () => tell(squad, undefined, forming, { actor: officerOne }),
  "enforcement.own-study": () => tell(study, undefined, { ...learning, person: theCaptain.sub }),
  "enforcement.person-in-two-shifts": () => tell(roster, undefined, planning({}, [shift, shift])),
  "enforcement.roster-day-past": () => tell(roster, undefined, { ...planning({ on: "2026-08-31" }), month: "2026-08" }),
  "enforcement.roster-not-in-this-state": () => tell(roster, tell(roster, undefined, planning()).state, planning()),
  "enforcement.shift-outside-month": () => tell(roster, undefined, planning({ on: "2026-10-01" })),
  "enforcement.shift-without-length": () => tell(roster, undefined, planning({ to: "08:00" })),
  "enforcement.shift-without-two-officers": () => tell(roster, undefined, { ...planning(), officers: [] }),
  "enforcement.squad-not-in-this-state": () => tell(squad, gone(), joining),
  "enforcement.struck-already": () => tell(study, tell(study, learnt(), strike).state, strike),
  "enforcement.study-before-the-register": () => tell(study, undefined, { ...learning, on: "2019-12-31" }),
  "enforcement.study-in-future": () => tell(study, undefined, { ...learning, on: "2026-09-02" }),
  "enforcement.study-recorded-already": () => tell(study, learnt(), learning),
  "enforcement.unknown-domain": () => tell(squad, undefined, { ...forming, domains: ["land"] }),
};

/** A town where the answer for every penalty of 水利 depends on the place. */
function splitTown() {
  const [split] = town.splits;
  if (split === undefined) throw new TypeError("no split");
  return { ...town, splits: [{ ...split, items: ["PN-063"], domains: [] }] };
}
const undefinedPlace = () => ({
  code: "PN-063",
  townRole: "decides" as const,
  domain: "waters",
  followedTo: 1,
  changes: [
    {
      kind: "handed-over" as const,
      from: "2026-01-01",
      mode: "delegated" as const,
      inWhoseName: { name: town.organName, uscc: town.uscc },
    },
  ],
});

const texts = { ...commonProblems, ...enforcement.problems };
const isRefused = (answer: unknown): answer is { readonly code: string; readonly details: Record<string, unknown> } =>
  typeof answer === "object" && answer !== null && "code" in answer && typeof answer.code === "string";

describe("what the list and the team say when they refuse", () => {
  test("every code with a text is provoked here", () => {
    const told = codesTold({ ...enforcementProblems, ...penaltyListProblems, ...teamProblems });
    // Those that are refused by other parts stand in the tests of these.
    const above = ["enforcement.delivery-does-not-fit", "enforcement.unknown-penalty"];
    expect(Object.keys(refusals).sort()).toEqual(told.filter((code) => !above.includes(code)));
  });
  test.each(Object.entries(refusals))("%s: every place in its text is filled", (code, provoke) => {
    const answer = provoke();
    if (!isRefused(answer)) throw new Error("not refused");
    expect(answer.code).toBe(code);
    expect(unfilled({ rejected: true, ground: "rule", ...answer }, texts)).toEqual([]);
    const { zh, en } = textOf(code, answer.details, texts);
    expect(`${zh}${en}`).not.toMatch(/[{}–]|undefined/);
    expect(zh).toMatch(/\p{Script=Han}/u);
  });
});
