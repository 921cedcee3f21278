import { describe, expect, test } from "vitest";
import { boardOfBuilding, boardOfSubstitution } from "../../../services/enforcement/board/domain/terms-of-buildings.ts";
import { boardOfReview } from "../../../services/enforcement/board/domain/terms-of-case.ts";
import {
  boardOfDuty,
  boardOfMeeting,
  boardOfPublication,
} from "../../../services/enforcement/board/domain/terms-of-others.ts";
import type { Building } from "../../../services/enforcement/buildings/domain/building.ts";
import type { Substitution } from "../../../services/enforcement/buildings/domain/substitution/substitution.ts";
import type { JointMeeting } from "../../../services/enforcement/cooperation/domain/meeting/meeting.ts";
import { waitsAfterwards } from "../../../services/enforcement/publication/domain/publication.ts";
import { aContext } from "../../support/tally-town.ts";
import * as buildings from "../buildings/builders.ts";
import { aDuty } from "../campaigns/builders.ts";
import { filed } from "../cases/case-builders.ts";
import { fined, noticed, sha, someGrounds, theReviewer } from "../cases/proceeding/builders.ts";
import { town } from "../common/builders.ts";
import { aDecision, aProposal, aPublication, asking, fallen, following, performed } from "../publication/builders.ts";

const { calendar } = aContext();
type Told = { readonly kind: string; readonly due?: string; readonly waitsFor: string };
const said = (terms: readonly Told[]) => terms.map(({ kind, due = "", waitsFor }) => [kind, due, waitsFor]);
const { on } = buildings;

describe("QZ-44, QZ-44b: a building on the board", () => {
  const told = (state: Building) => said(boardOfBuilding(state, { calendar, town }));

  test("waits for the town, then for the party until his day, then for the town again", () => {
    expect(told(buildings.recorded().state)).toEqual([["building", "", "town"]]);
    const ordered = { ...buildings.unmet().state };
    const { unmetOn: _unmetOn, ...before } = ordered;
    expect(told(before)).toEqual([["building", on.correctBy, "party"]]);
    expect(told(ordered)).toEqual([["building", "", "town"]]);
    expect(told(buildings.decided().state)).toEqual([["building", on.demolishBy, "party"]]);
    expect(told(buildings.enforced().state)).toEqual([["building", "", "town"]]);
    expect(told(buildings.ready().state)).toEqual([["building", on.noticeBy, "party"]]);
    expect(told(buildings.demolished().state)).toEqual([["building", "", "town"]]);
  });

  test("QZ-53: by the land law its window at the court stands beside it, by the planning law none does", () => {
    const { state } = buildings.demanded("land");
    const window = told(state).filter(([kind]) => kind === "court-window");
    expect(window).toEqual([["court-window", "2026-05-11", "town"]]);
    expect(told(buildings.demanded("planning").state).map(([kind]) => kind)).toEqual(["building"]);
  });

  test("QZ-36, QZ-42: a statement of the party waits for the town; an agreement stands until its last day", () => {
    const { state } = buildings.demanded();
    const demand = state.demand === undefined ? {} : { demand: { ...state.demand, opinion: { on: on.demanded } } };
    expect(told({ ...state, ...demand })).toEqual([["building", "", "town"]]);
    const agreement = { on: on.demanded, lastDay: "2026-04-30" };
    expect(told({ ...state, agreement })).toEqual([["building", "2026-04-30", "party"]]);
  });

  test("QZ-51, QZ-52: substitute performance on its planned day; an absent party is told in time", () => {
    const state: Substitution = { status: "decided", handlers: [], begunOn: "2026-03-02", description: "清障" };
    const paper = {
      number: { series: "s", year: 2026, serial: 1, text: { zh: "一", en: "one" } },
      issuedOn: "2026-03-02",
    };
    const decision = { ...paper, performer: "某公司", estimateFen: 1, plannedFor: "2026-03-20" };
    expect(said(boardOfSubstitution({ ...state, decision }))).toEqual([["substitution", "2026-03-20", "town"]]);
    const atOnce = {
      ...{ what: "obstacle" as const, site: "road" as const, place: { lng: 101.9, lat: 25.1 } },
      ...{ partyPresent: false, tellBy: "2026-03-05" },
    };
    const done: Substitution = { ...state, status: "performed", atOnce };
    expect(said(boardOfSubstitution(done))).toEqual([["substitution", "2026-03-05", "town"]]);
    const told: Substitution = { ...done, atOnce: { ...atOnce, toldOn: "2026-03-04" } };
    expect(said(boardOfSubstitution(told))).toEqual([["substitution", "", "town"]]);
  });
});

describe("CF-58: the work of the legal reviewers", () => {
  const of = filed().state;
  const known = { town, today: "2026-03-31" };
  const { citizenFen } = town.enforcement.major;
  const major = [fined(citizenFen)];

  test("major charges that are signed wait for each reviewer who did not handle them, until one has seen them", () => {
    const one = noticed(major);
    expect(boardOfReview(one.state, of, known)).toEqual([
      { kind: "legal-review", waitsFor: "town", also: [theReviewer.sub] },
    ]);
    const handled = { ...one.state, handlers: [...one.state.handlers, theReviewer.sub] };
    expect(boardOfReview(handled, of, known)).toMatchObject([{ also: [] }]);
    expect(boardOfReview(one.state, of, { ...known, today: "2022-02-28" })).toMatchObject([{ also: [] }]);
    expect(boardOfReview(one.state, of, { ...known, today: "2022-03-01" })).not.toMatchObject([{ also: [] }]);
    one.lawfully(
      { ...someGrounds(), type: "legal-review", conclusion: "agreed", opinion: sha },
      "2026-03-31",
      theReviewer,
    );
    expect(boardOfReview(one.state, of, known)).toEqual([]);
  });

  test("a small fine, charges that nobody signed and a case that is over wait for nobody; a complex case does", () => {
    expect(boardOfReview(noticed().state, of, known)).toEqual([]);
    const { state } = noticed(major);
    expect(boardOfReview(state, undefined, known)).toEqual([]);
    if (of.status !== "investigating" || state.charges === undefined) throw new TypeError("not charged");
    expect(boardOfReview(state, { ...of, status: "suspended" }, known)).toEqual([]);
    const { signedBy: _signedBy, ...unsigned } = state.charges;
    expect(boardOfReview({ ...state, charges: unsigned }, of, known)).toEqual([]);
    const report = { sha256: sha, complex: true as const, on: "2026-03-20", by: ["officer-1"] };
    expect(boardOfReview(noticed().state, { ...of, report }, known)).toHaveLength(1);
  });
});

describe("what waits beside the cases", () => {
  test("CF-48, CF-48a: a decision to be shown, a repair to be decided, other places that still show it", () => {
    const known = aDecision();
    const proposal = aProposal(known);
    expect(said(boardOfPublication(proposal.state))).toEqual([["publication", proposal.state.publishBy.due, "town"]]);
    const shown = aPublication(known, ["信用云南"]);
    expect([said(boardOfPublication(shown.state)), waitsAfterwards(shown.state)]).toEqual([[], false]);
    const done = performed(known);
    shown.lawfully(asking(done.decided), "2026-06-30", {
      sub: "resident-1",
      name: "",
      roles: ["resident"],
      party: "KEY1",
    });
    expect([said(boardOfPublication(shown.state))[0]?.[0], waitsAfterwards(shown.state)]).toEqual([
      "publication",
      true,
    ]);
    const fell = aPublication(known, ["信用云南"]).lawfully(following(fallen(known, "revoked")), "2026-04-30");
    expect(said(boardOfPublication(fell.state))).toEqual([["publication", "2026-05-08", "town"]]);
    expect(waitsAfterwards(fell.state)).toBe(true);
  });

  test("E11: a venue hands in until its day; afterwards the town looks at it", () => {
    const { state } = aDuty();
    expect(said(boardOfDuty(state))).toEqual([["venue-duty", "2026-03-13", "party"]]);
    expect(said(boardOfDuty({ ...state, status: "handed-in" }))).toEqual([["venue-duty", "", "town"]]);
    expect(boardOfDuty({ ...state, status: "accepted" })).toEqual([]);
  });

  test("E7: what a meeting decided is the work of who is responsible, until it is done", () => {
    const decision = { id: "D1", text: "催办", responsible: "officer-3", due: "2026-09-20" };
    const meeting: JointMeeting = {
      ...{ status: "held", month: "2026-09", on: "2026-09-03", departments: [], agenda: [], convenedBy: "x" },
      decisions: [decision, { ...decision, id: "D2", doneOn: "2026-09-10" }],
    };
    expect(boardOfMeeting(meeting)).toEqual([
      { kind: "meeting", due: "2026-09-20", waitsFor: "town", also: ["officer-3"] },
    ]);
    expect(boardOfMeeting({ ...meeting, status: "convened" })).toEqual([]);
  });
});
