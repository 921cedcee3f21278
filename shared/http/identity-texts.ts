import type { ProblemTexts } from "./problem.ts";

const wrong = (zh: string, en: string) => ({ zh, en });

/** Why a code of a person, an organ, a place or an item is not one; the reasons of `identity-codes`. */
export const identityProblems: ProblemTexts = {
  "citizen-number.birth-date": wrong(
    "公民身份号码中的出生日期不存在",
    "The birth date in the citizen number does not exist",
  ),
  "citizen-number.characters": wrong("公民身份号码含非法字符", "The citizen number has characters it cannot have"),
  "citizen-number.check-digit": wrong("公民身份号码校验码不对", "The check digit of the citizen number is wrong"),
  "citizen-number.future-birth": wrong(
    "公民身份号码中的出生日期在今天之后",
    "The birth date in the citizen number is to come",
  ),
  "citizen-number.length": wrong("公民身份号码应为18位", "A citizen number has 18 characters"),
  "citizen-number.province": wrong("公民身份号码的省级代码不存在", "The province in the citizen number does not exist"),
  "division-code.characters": wrong("区划代码只能是数字", "A division code has digits only"),
  "division-code.length": wrong("区划代码应为12位", "A division code has 12 digits"),
  "division-code.missing-level": wrong("区划代码中间层级为空", "A level in the middle of the division code is empty"),
  "division-code.province": wrong("区划代码的省级代码不存在", "The province in the division code does not exist"),
  "item-code.characters": wrong("实施编码含非法字符", "The item code has characters it cannot have"),
  "item-code.length": wrong("实施编码应为31位", "An item code has 31 characters"),
  "item-code.level": wrong("实施编码的行使层级不对", "The level in the item code is wrong"),
  "item-code.province": wrong("实施编码的省级代码不存在", "The province in the item code does not exist"),
  "item-code.type": wrong("实施编码的事项类型不对", "The type in the item code is wrong"),
  "item-code.uscc": wrong("实施编码中的信用代码不对", "The credit code in the item code is wrong"),
  "mobile-phone.characters": wrong("手机号码只能是数字", "A mobile phone number has digits only"),
  "mobile-phone.length": wrong("手机号码应为11位", "A mobile phone number has 11 digits"),
  "uscc.characters": wrong("统一社会信用代码含非法字符", "The credit code has characters it cannot have"),
  "uscc.check-character": wrong("统一社会信用代码校验码不对", "The check character of the credit code is wrong"),
  "uscc.length": wrong("统一社会信用代码应为18位", "A credit code has 18 characters"),
  "uscc.organisation-check-character": wrong(
    "统一社会信用代码中主体标识码的校验码不对",
    "The check character of the organisation code is wrong",
  ),
};
