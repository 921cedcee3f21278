import { describe, expect, test } from "vitest";
import {
  addressConfirmation,
  type Confirmation,
  type ConfirmationCommand,
} from "../../../services/enforcement/service-of-papers/domain/confirmation.ts";
import { delivery } from "../../../services/enforcement/service-of-papers/domain/decider.ts";
import type {
  DeliveryCommand,
  HandOver,
  Leave,
  PublicNotice,
  Send,
  SentFrom,
} from "../../../services/enforcement/service-of-papers/domain/messages.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";

const theOfficer: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office: "enforcement-team" };
const theParty: Actor = { sub: "party-1", name: "当事人", roles: ["resident"], party: "KEY" };
const aProceeding = (kind: SentFrom["party"]["kind"], on: string): SentFrom => ({
  ...{ case: "C1", party: { kind }, handlers: ["officer-1", "officer-2"] },
  decision: { number: { text: { zh: "广通罚〔2026〕1号", en: "1" } }, on },
});
interface About {
  readonly party?: SentFrom["party"]["kind"];
  readonly on?: string;
}
const sending = ({ party = "citizen", on = "2026-09-28" }: About = {}, more: Partial<Send> = {}): Send => ({
  ...{ type: "send", proceeding: "C1:p1", paper: { kind: "decision" }, of: aProceeding(party, on) },
  ...more,
});
const sent = (about: About = {}) => new Living(delivery).lawfully(sending(about), about.on ?? "2026-09-28", theOfficer);
type One = ReturnType<typeof sent>;
const codeOf = (decision: ReturnType<One["tell"]>) => refusalOf(decision).code;
const done = (decision: ReturnType<One["tell"]>) => !isRejection(decision);

const handing = (more: Partial<HandOver> = {}): HandOver => ({
  ...{ type: "deliver-by-hand", on: "2026-09-29", to: "self", signedBy: "张三", proof: "sha-1" },
  ...more,
});
const leaving = (more: Partial<Leave> = {}): Leave => ({
  ...{ type: "leave", on: "2026-09-29", reasons: "拒绝签收", proof: "sha-1", witness: "李村主任", recording: "sha-2" },
  ...more,
});
const consent: Confirmation = {
  ...{ address: "广通镇某村1号", confirmedOn: "2026-09-01", signed: "sha-3" },
  electronic: { system: "云南政务", account: "138", signed: "sha-3", from: "2026-09-01" },
};
const electronic = (confirmation: Confirmation | undefined, on = "2026-09-29"): DeliveryCommand => ({
  ...{ type: "deliver-electronically", on, proof: "sha-4", confirmation },
});
const publishing = (more: Partial<PublicNotice> = {}): PublicNotice => ({
  ...{ type: "publish-notice", where: "镇政府公告栏、网站", because: "all-else-failed", reasons: "多次上门无人" },
  ...{ confirmation: undefined },
  ...more,
});
const failing = (way: "handed-over" | "mail" | "electronic"): DeliveryCommand => ({
  ...{ type: "note-failure", way, on: "2026-09-30", reasons: "无人" },
});

describe("CF-61: within seven working days", () => {
  test("counted over the holidays, as the vector says: 28 September to 13 October", () => {
    expect(sent().state.limit).toMatchObject({ due: "2026-10-13", article: "行政处罚法61" });
  });
  test("the last day is in time, the day after it is told once that it is late", () => {
    const one = sent();
    expect(one.letPass("2026-12-01")).toEqual(["2026-10-14"]);
    expect(one.types.at(-1)).toBe("enforcement.delivery.overdue");
    expect(
      sent()
        .lawfully(handing({ on: "2026-10-13" }), "2026-10-13", theOfficer)
        .letPass("2026-12-01"),
    ).toEqual([]);
  });
  test("by who handles the case", () => {
    const stranger = { ...theOfficer, sub: "officer-9" };
    const nobody = new Living(delivery).tell(sending(), "2026-09-28", stranger);
    expect(nobody).toEqual(new Living(delivery).tell(sending({}, { of: undefined }), "2026-09-28", theOfficer));
    expect(codeOf(nobody)).toBe("enforcement.no-such-proceeding");
    expect(codeOf(sent().tell(handing(), "2026-09-29", { ...theOfficer, sub: "officer-9" }))).toBe(
      "enforcement.not-a-handler",
    );
  });
  test("a paper that the proceeding does not have is not served; of others number and day are said", () => {
    const tell = (paper: Send["paper"]) => new Living(delivery).tell(sending({}, { paper }), "2026-09-28", theOfficer);
    expect(codeOf(tell({ kind: "notice" }))).toBe("enforcement.no-such-paper");
    expect(codeOf(tell({ kind: "demand", number: "催1" }))).toBe("enforcement.no-such-paper");
    expect(done(tell({ kind: "demand", number: "催1", issuedOn: "2026-09-28" }))).toBe(true);
    expect(codeOf(tell({ kind: "demand", number: "催1", issuedOn: "2026-09-29" }))).toBe(
      "enforcement.served-in-the-future",
    );
  });
  test("not before it was issued, not on a day to come", () => {
    expect(codeOf(sent().tell(handing({ on: "2026-09-27" }), "2026-09-29", theOfficer))).toBe(
      "enforcement.served-before-issued",
    );
    expect(codeOf(sent().tell(handing({ on: "2026-09-30" }), "2026-09-29", theOfficer))).toBe(
      "enforcement.served-in-the-future",
    );
  });
});

describe("CF-61a: by hand", () => {
  test("the day of the signature counts, not that on which it is recorded", () => {
    expect(sent().lawfully(handing(), "2026-10-09", theOfficer).state).toMatchObject({
      status: "served",
      servedOn: "2026-09-29",
      how: "handed-over",
    });
  });
  test.each([
    ["citizen", "self", true],
    ["citizen", "agent", true],
    ["citizen", "mail-clerk", false],
    ["citizen", "legal-representative", false],
    ["organisation", "mail-clerk", true],
    ["organisation", "head", true],
    ["organisation", "adult-of-household", false],
    ["organisation", "self", false],
  ] as const)("of a %s, %s: %s", (party, to, may) => {
    expect(done(sent({ party }).tell(handing({ to }), "2026-09-29", theOfficer))).toBe(may);
  });
  test("a relative only if he lives with him", () => {
    expect(codeOf(sent().tell(handing({ to: "adult-of-household" }), "2026-09-29", theOfficer))).toBe(
      "enforcement.lives-elsewhere",
    );
    expect(done(sent().tell(handing({ to: "adult-of-household", livesWithHim: true }), "2026-09-29", theOfficer))).toBe(
      true,
    );
  });
  test("served once: a second record is refused", () => {
    const one = sent().lawfully(handing(), "2026-09-29", theOfficer);
    expect(codeOf(one.tell(handing({ on: "2026-09-30" }), "2026-09-30", theOfficer))).toBe(
      "enforcement.delivery-not-in-this-state",
    );
  });
});

describe("CF-61a, CF-47a: refused, and left", () => {
  test("recorded, the day on which it was left", () => {
    expect(sent().lawfully(leaving(), "2026-09-30", theOfficer).state).toMatchObject({
      servedOn: "2026-09-29",
      how: "left",
    });
  });
  test("the town records it: a witness alone is not enough", () => {
    const { recording: _recording, ...withoutRecording } = leaving();
    expect(codeOf(sent().tell(withoutRecording, "2026-09-30", theOfficer))).toBe("enforcement.service-proof-missing");
  });
  test("a handler is no witness, neither the one who records it nor the other", () => {
    for (const witness of ["执法一号", "执法 二号"])
      expect(codeOf(sent().tell(leaving({ witness }), "2026-09-30", theOfficer))).toBe(
        "enforcement.witness-is-handler",
      );
  });
});

describe("CF-61: electronically", () => {
  test("only with the consent he signed, from its day on and until he takes it back", () => {
    expect(codeOf(sent().tell(electronic(undefined), "2026-09-29", theOfficer))).toBe("enforcement.no-consent");
    const { electronic: given, ...withoutConsent } = consent;
    expect(codeOf(sent().tell(electronic(withoutConsent), "2026-09-29", theOfficer))).toBe("enforcement.no-consent");
    expect(done(sent().tell(electronic(consent), "2026-09-29", theOfficer))).toBe(true);
    if (given === undefined) throw new Error("no consent");
    const withdrawn = (withdrawnOn: string) => ({ ...consent, electronic: { ...given, withdrawnOn } });
    expect(codeOf(sent().tell(electronic(withdrawn("2026-09-29")), "2026-09-29", theOfficer))).toBe(
      "enforcement.no-consent",
    );
    expect(done(sent().tell(electronic(withdrawn("2026-09-30")), "2026-09-29", theOfficer))).toBe(true);
    const later = { ...consent, electronic: { ...given, from: "2026-09-30" } };
    expect(codeOf(sent().tell(electronic(later), "2026-09-30", theOfficer))).toBe("enforcement.no-consent");
  });
  test("a paper copy is given when he asks, and only of what came so", () => {
    const one = sent().lawfully(electronic(consent), "2026-09-29", theOfficer);
    expect(codeOf(one.tell({ type: "give-copy", proof: "x" }, "2026-09-30", theOfficer))).toBe(
      "enforcement.copy-not-asked",
    );
    one
      .lawfully({ type: "ask-copy" }, "2026-09-30", theParty)
      .lawfully({ type: "give-copy", proof: "x" }, "2026-09-30");
    expect(one.state).toMatchObject({ copyAskedOn: "2026-09-30", copyGivenOn: "2026-09-30" });
    const byHand = sent().lawfully(handing(), "2026-09-29", theOfficer);
    expect(codeOf(byHand.tell({ type: "ask-copy" }, "2026-09-30", theParty))).toBe("enforcement.copy-not-asked");
  });
});

describe("CF-61a: public notice comes last", () => {
  test("not before hand and mail have failed; and electronic service, where he consented", () => {
    const refused = sent().tell(publishing(), "2026-10-08", theOfficer);
    expect(refusalOf(refused)).toMatchObject({
      code: "enforcement.other-ways-first",
      details: { missing: ["handed-over", "mail"] },
    });
    const one = sent().lawfully(failing("handed-over"), "2026-09-30", theOfficer);
    expect(codeOf(one.tell(publishing(), "2026-10-08", theOfficer))).toBe("enforcement.other-ways-first");
    one.lawfully(failing("mail"), "2026-10-08", theOfficer);
    expect(codeOf(one.tell(publishing({ confirmation: consent }), "2026-10-08", theOfficer))).toBe(
      "enforcement.other-ways-first",
    );
    expect(done(one.tell(publishing(), "2026-10-08", theOfficer))).toBe(true);
  });
  test("nobody knows where he is: only if that is proved", () => {
    const unknown = publishing({ because: "whereabouts-unknown" });
    expect(codeOf(sent().tell(unknown, "2026-10-08", theOfficer))).toBe("enforcement.service-proof-missing");
    expect(done(sent().tell({ ...unknown, proof: "sha-9" }, "2026-10-08", theOfficer))).toBe(true);
  });
  test("as the rule book counts: published on 1 June, served on 1 July", () => {
    const one = sent({ on: "2026-06-01" }).lawfully(
      publishing({ because: "whereabouts-unknown", proof: "sha-9" }),
      "2026-06-01",
      theOfficer,
    );
    expect(one.letPass("2026-12-01")).toEqual(["2026-07-01"]);
    expect(one.state).toMatchObject({ status: "served", servedOn: "2026-07-01", how: "public-notice" });
  });
  test("found in between, it is handed over, and that day counts", () => {
    const one = sent().lawfully(
      publishing({ because: "whereabouts-unknown", proof: "sha-9" }),
      "2026-10-08",
      theOfficer,
    );
    one.lawfully(handing({ on: "2026-10-20" }), "2026-10-20", theOfficer);
    expect(one.state).toMatchObject({ servedOn: "2026-10-20", how: "handed-over" });
    expect(one.letPass("2026-12-31")).toEqual([]);
  });
});

describe("CF-61: the confirmation of an address", () => {
  const confirming: ConfirmationCommand & { readonly type: "confirm" } = {
    ...{ type: "confirm", address: "某村1号", signed: "sha-3", electronic: { system: "s", account: "a" } },
    ...{ partyKey: "KEY", handlers: ["officer-1"] },
  };
  test("by the party, or kept by who handles the case; by nobody else", () => {
    expect(isRejection(new Living(addressConfirmation).tell(confirming, "2026-09-01", theParty))).toBe(false);
    const kept = { ...confirming, partyKey: "ANOTHER" };
    expect(isRejection(new Living(addressConfirmation).tell(kept, "2026-09-01", theOfficer))).toBe(false);
    const stranger = new Living(addressConfirmation).tell(kept, "2026-09-01", { ...theOfficer, sub: "officer-9" });
    expect(refusalOf(stranger).code).toBe("enforcement.not-the-party");
  });
  test("only he takes his consent back, once", () => {
    const one = new Living(addressConfirmation).lawfully(confirming, "2026-09-01", theParty);
    const withdraw = (partyKey: string | undefined) =>
      one.tell({ type: "withdraw-consent", partyKey }, "2026-09-05", theParty);
    expect(refusalOf(withdraw(undefined)).code).toBe("enforcement.not-the-party");
    withdraw("KEY");
    expect(one.state.electronic?.withdrawnOn).toBe("2026-09-05");
    expect(refusalOf(withdraw("KEY")).code).toBe("enforcement.no-consent");
  });
});
