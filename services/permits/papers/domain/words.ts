import type { Applicant, Filed, WasAccepted } from "../../cases/domain/application/application.ts";

/** How a document speaks to its applicant. */
export const you = ({ kind }: Pick<Applicant, "kind">) => (kind === "citizen" ? "你" : "你单位");

/** XK-36: the third party to whom a paper is addressed; undefined: the paper is for the applicant. */
export const thirdParty = ({ thirdParties }: Pick<WasAccepted, "thirdParties">, at: number | undefined) =>
  at === undefined ? undefined : thirdParties?.informed?.parties[at];

export const isLicence = ({ guide }: Pick<Filed, "guide">) => guide.category === "licence";

/** 许可 where the law of permits applies; 服务 or 备案 elsewhere. */
export const subjectOf = ({ guide }: Pick<Filed, "guide">) =>
  ({ licence: "行政许可", "public-service": "公共服务事项", filing: "备案" })[guide.category];

export const quoted = ({ item }: Pick<Filed, "item">) => `“${item.name.zh}”`;

export const channels = { window: "窗口申请", online: "网上申请", agent: "代办申请" } as const;

/** The law a document rests on, by its full title. */
export const law = "《中华人民共和国行政许可法》";

/** 根据 that law where it applies; a service that is no permit follows it as a model. */
export const lawFor = (of: Pick<Filed, "guide">) => `${isLicence(of) ? "根据" : "参照"}${law}`;
