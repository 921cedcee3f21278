import type { NoticeAbout } from "./notice.ts";

type Text = { readonly zh: string; readonly en: string };

/** What a party is told, by occasion; who delivers it reads it out or sends it as it is. */
const texts = {
  authorised: {
    zh: "您好：代办员{agent}已登记为您的代办人，有效期至{until}。如非您本人意愿，请到便民服务中心撤销。",
    en: "The agent {agent} is on record as acting for you until {until}. If that is not your wish, revoke it at the service centre.",
  },
  "authorisation-ended": {
    zh: "您好：您对代办员{agent}的委托已于{on}终止，未办结的事项由您本人继续办理。",
    en: "Your authorisation of the agent {agent} ended on {on}; what is not finished goes on with you.",
  },
  "agent-filed": {
    zh: "您好：代办员{agent}已于{on}为您递交“{item}”申请，编号{application}。",
    en: "On {on} the agent {agent} filed an application for you: {item}, {application}.",
  },
  accepted: { zh: "您好：您申请的“{item}”已受理。", en: "Your application was accepted: {item}." },
  corrections: {
    zh: "您好：您申请的“{item}”需补正材料，请联系代办员{agent}。",
    en: "More is needed for your application: {item}; ask the agent {agent}.",
  },
  decided: {
    zh: "您好：您申请的“{item}”已作出决定，请留意领取。",
    en: "A decision was made on your application: {item}.",
  },
  forwarded: {
    zh: "您好：您申请的“{item}”已转报有权机关决定。",
    en: "Your application was passed on to the organ that decides: {item}.",
  },
  recorded: { zh: "您好：您的“{item}”已备案。", en: "Your filing is on record: {item}." },
  renewed: { zh: "您好：您的“{item}”依法视为准予延续。", en: "By law it counts as renewed: {item}." },
  withdrawn: {
    zh: "您好：您的“{item}”申请已于{on}撤回。如非您本人意愿，请到便民服务中心重新申请。",
    en: "On {on} your application was taken back: {item}. If that is not your wish, file it again at the service centre.",
  },
  "fee-paid": {
    zh: "您好：“{item}”的费用{amount}元已由代办员{agent}于{on}代缴，票据号{receipt}，票据开具给您本人。",
    en: "On {on} the agent {agent} paid the fee of {amount} yuan for you: {item}. The receipt {receipt} is made out to you.",
  },
  "fee-taken-back": {
    zh: "您好：“{item}”的缴费登记（票据号{receipt}）有误，已于{on}冲回，费用{amount}元尚未缴纳。请向代办员{agent}查询。",
    en: "The payment of {amount} yuan for {item} (receipt {receipt}) was recorded by mistake and taken back on {on}. The fee is still owed; ask the agent {agent}.",
  },
  collected: {
    zh: "您好：“{item}”的证件已由代办员{agent}于{on}代领。",
    en: "On {on} the agent {agent} collected your certificate: {item}.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Once no agent acts any more, the villager is sent to the counter, not to the agent. */
const withoutAgent: { readonly [Kind in keyof typeof texts]?: Text } = {
  "fee-taken-back": {
    zh: "您好：“{item}”的缴费登记（票据号{receipt}）有误，已于{on}冲回，费用{amount}元尚未缴纳。请到便民服务中心查询。",
    en: "The payment of {amount} yuan for {item} (receipt {receipt}) was recorded by mistake and taken back on {on}. The fee is still owed; ask at the service centre.",
  },
  corrections: {
    zh: "您好：您申请的“{item}”需补正材料，请到便民服务中心或者登录办理。",
    en: "More is needed for your application: {item}; bring it to the service centre or log in.",
  },
};

export type NoticeKind = keyof typeof texts;
export const noticeKinds: readonly NoticeKind[] = [
  "authorised",
  "authorisation-ended",
  "agent-filed",
  "accepted",
  "corrections",
  "decided",
  "forwarded",
  "recorded",
  "renewed",
  "withdrawn",
  "collected",
  "fee-paid",
  "fee-taken-back",
];

/** The words of a notice in both languages. `agent`: who acts for the party, if anybody does. */
export function wordsOf(kind: NoticeKind, about: NoticeAbout, agent: string | undefined): Text {
  const words = (agent === undefined ? withoutAgent[kind] : undefined) ?? texts[kind];
  const known = { ...about, agent };
  const fill = (template: string, language: "zh" | "en") =>
    template.replace(/\{(\w+)\}/g, (_all, name: string) => {
      if (name === "item") return about.item?.[language] ?? "";
      const value = Object.entries(known).find(([key]) => key === name)?.[1];
      return typeof value === "string" ? value : "";
    });
  return { zh: fill(words.zh, "zh"), en: fill(words.en, "en") };
}
