import { describe, expect, test } from "vitest";
import { maskAddress, maskIdentityNumber, maskName, maskPhone } from "../../../shared/identity-codes/index.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };

const masks: Record<string, (value: string) => string> = {
  name: maskName,
  phone: maskPhone,
  address: maskAddress,
  id: maskIdentityNumber,
  citizenId: maskIdentityNumber,
  idNumber: maskIdentityNumber,
};

describe("P-17: what is shown of personal data", () => {
  test.each(vectors.masking)("$field $input is shown as $expected", ({ field, input, expected }) => {
    expect(masks[field]?.(input)).toBe(expected);
  });

  test.each(vectors.citizenId.mask)("number $input is shown as $expected", ({ input, expected }) => {
    expect(maskIdentityNumber(input)).toBe(expected);
  });

  test.each([
    ["王小明", "王**"],
    ["欧阳娜娜", "欧***"],
    ["𠮷田", "𠮷*"],
    ["王", "*"],
    ["", ""],
  ])("name '%s' is shown as '%s'", (name, shown) => expect(maskName(name)).toBe(shown));

  test.each([
    ["0757-12345678", "075******5678"],
    ["12345678901", "123****8901"],
    ["1234567890", "**********"],
    ["12345", "*****"],
  ])("phone %s is shown as %s", (phone, shown) => expect(maskPhone(phone)).toBe(shown));

  test.each([
    ["110101000101001", "110101*****1001"],
    ["E12345678", "*********"],
    ["1234567890123", "*************"],
    ["12345678901234", "123456****1234"],
  ])("paper %s is shown as %s", (value, shown) => expect(maskIdentityNumber(value)).toBe(shown));

  test.each([
    ["甲省乙市丙区丁街道戊社区7栋301", "甲省乙市丙区丁街道戊社区***"],
    ["丁镇戊村村民小组12号", "丁镇戊村***"],
    ["甲省乙市丙县丁镇", "甲省乙市丙县丁镇***"],
    ["乙市阳光小区3栋", "乙市***"],
    ["学府路3号", "***"],
    ["广通镇甲村张三超市旁5号", "广通镇甲村***"],
    ["广通镇张三超市旁甲村5号", "广通镇***"],
    ["张三超市旁5号", "***"],
    ["李四菜市场3号", "***"],
    ["临汾市乡宁县丁镇戊村12号", "临汾市乡宁县丁镇戊村***"],
    ["云南省楚雄彝族自治州禄丰市广通镇甲村张三超市旁5号", "云南省楚雄彝族自治州禄丰市广通镇甲村***"],
    // D9: a shop, a house or a household before or within the names of divisions
    ["张三家广通镇甲村", "***"],
    ["张三住广通镇甲村5组", "***"],
    ["张三的乡下老屋", "***"],
    ["广通镇张三小卖部乡村超市", "广通镇***"],
    ["广通镇张三家村委会对面", "广通镇***"],
    ["五常街道张三幼儿园所在社区", "五常街道***"],
    ["广通镇张三户所在村", "广通镇***"],
    ["禄丰市张三厂区5号", "禄丰市***"],
    // and the divisions whose names hold such words
    ["广通镇李家村5号", "广通镇李家村***"],
    ["广通镇东街社区张三超市旁5号", "广通镇东街社区***"],
    ["广通镇站前社区2栋", "广通镇站前社区***"],
    ["广通镇松园村3组", "广通镇松园村***"],
    ["河北省石家庄市李家镇乙村", "河北省石家庄市李家镇乙村***"],
    ["湖南省张家界市永定区", "湖南省张家界市永定区***"],
    ["", ""],
  ])("address '%s' is shown as '%s'", (address, shown) => expect(maskAddress(address)).toBe(shown));
});
