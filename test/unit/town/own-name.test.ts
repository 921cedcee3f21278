import { describe, expect, test } from "vitest";
import { isTheTownItself } from "../../../shared/town/own-name.ts";
import { profile } from "../../support/tally-town.ts";

const [office] = profile.offices;

describe("XK-32-2, CF-22: an organ that somebody names is the town itself", () => {
  test.each([
    "广通镇",
    "广通镇人民政府",
    " 广通镇 人民政府 ",
    "禄丰市广通镇人民政府",
    "楚雄彝族自治州禄丰市广通镇政府",
    "云南省楚雄州禄丰市广通镇便民服务中心",
    "（广通镇）人民政府",
    "guangtong town people’s government",
    office?.name.zh ?? "",
    "本镇",
    "我镇人民政府",
    "本镇农业农村中心",
    "镇政府",
    "本机关",
    "我单位",
  ])("%s", (organ) => expect(isTheTownItself(organ, profile)).toBe(true));

  test.each([
    "禄丰市自然资源局",
    "禄丰市公安局广通派出所",
    "禄丰市市场监督管理局广通镇市场监督管理所",
    "广通镇甲村村民委员会",
    "一平浪镇人民政府",
    "县自然资源和规划局",
    "本镇甲村村民委员会",
    "镇江市人民政府",
    "本溪市人民政府",
    "",
  ])("%s: another", (organ) => expect(isTheTownItself(organ, profile)).toBe(false));
});
