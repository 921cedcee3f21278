import { type Events, present } from "../../../../../shared/decider/index.ts";
import type { SiteInspection, VisitScan } from "./visit.ts";
import type { VisitWords } from "./words.ts";

const to = (state: SiteInspection, status: SiteInspection["status"]): SiteInspection => ({ ...state, status });

/** What the events of an inspection make of it. */
export const visitEffects: Events<VisitWords> = {
  begun: {
    "enforcement.site-inspection.proposed": ({ data, personal, actor }) => ({
      ...data,
      ...personal,
      ...{ status: "proposed", proposedBy: actor, leads: [], late: [] },
    }),
  },
  effects: {
    "enforcement.site-inspection.approved": (state, { data: { on, afterwards }, personal, actor }) => ({
      ...state,
      status: state.status === "proposed" ? "approved" : state.status,
      approval: { by: actor, on, afterwards },
      ...present(personal),
    }),
    "enforcement.site-inspection.declined": (state) => to(state, "not-approved"),
    "enforcement.site-inspection.called-off": (state) => to(state, "called-off"),
    "enforcement.site-inspection.officers-changed": (state, { personal: { officers } }) => ({ ...state, officers }),
    "enforcement.site-inspection.announced": (state, { data }) => ({ ...state, announced: data }),
    "enforcement.site-inspection.scanned": (state, { data: { receipt } }) => ({
      ...state,
      scan: { ...state.scan, receipt },
    }),
    "enforcement.site-inspection.entered": (state, { data, personal: { officers, without }, actor }) => {
      const { on, at, approveBy, scanBy } = data;
      const scan: VisitScan = { ...state.scan, ...present({ without, by: scanBy }) };
      const entered: SiteInspection = { ...state, status: "entered", officers, entry: { on, at, by: actor } };
      return { ...entered, ...present({ approveBy }), ...(Object.keys(scan).length === 0 ? {} : { scan }) };
    },
    "enforcement.site-inspection.not-held": (state, { data }) => ({ ...state, status: "not-held", notHeld: data }),
    "enforcement.site-inspection.recorded": (state, { data, personal, actor }) => ({
      ...state,
      status: "recorded",
      record: { ...data, ...personal, by: actor },
    }),
    "enforcement.site-inspection.signed": (state, { data: { leads, resultBy } }) => ({
      ...state,
      ...{ status: "signed", leads, resultBy },
    }),
    "enforcement.site-inspection.result-told": (state, { data: { on, how, putRightBy }, personal }) => ({
      ...state,
      status: "told",
      result: { on, how, number: personal.number, text: personal.text, ...present({ putRightBy }) },
    }),
    "enforcement.site-inspection.re-inspection-proposed": (state, { data: { next } }) => ({ ...state, next }),
    "enforcement.site-inspection.joined": (state, { data: { into } }) => ({ ...state, status: "joined", into }),
    "enforcement.site-inspection.taken-in": (state, { data: { items }, personal: { officers } }) => ({
      ...state,
      items: [...state.items, ...items],
      officers,
    }),
    "enforcement.site-inspection.lapsed": (state) => to(state, "lapsed"),
    "enforcement.site-inspection.overdue": (state, { data: { what } }) => ({ ...state, late: [...state.late, what] }),
  },
};
