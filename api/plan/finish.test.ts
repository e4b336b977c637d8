import { expect, it } from "vitest";
import { FaultInAnswer, finishText } from "./finish.ts";
import { fault, marks, tooLarge } from "./text.ts";

const finality = (block: bigint) => (block > 100n ? "LATEST" : "FINALISED");
const finish = (text: string) => finishText(text, finality);

it("leaves text without marks as it is, whatever characters it has", () => {
  const text = '{"name":"naïve \\u0001 \\"ё\\" 🐝","payload":null}';
  expect(finish(text)).toBe(text);
});

it("writes what each mark stands for, again and again", () => {
  // The checksum is EIP-55's own example.
  const one = `{"a":"${marks.address}0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed","t":"${marks.time}1700000000","f":"${marks.finality}101"}`;
  const written =
    '{"a":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","t":"2023-11-14T22:13:20Z","f":"LATEST"}';
  expect(finish(`[${one},${one}]`)).toBe(`[${written},${written}]`);
});

it("writes ids and cursors as base64url, and times no Date can hold as the furthest one", () => {
  const read = (text: string) => Buffer.from(JSON.parse(finish(text)), "base64url").toString();
  expect(read(`"${marks.id}Task:0x12"`)).toBe("Task:0x12");
  expect(read(`"${marks.cursor}tasks${marks.separator}5${marks.separator}0"`)).toBe('["tasks","5","0"]');
  expect(finish(`"${marks.time}18446744073709551615"`)).toBe('"+275760-09-13T00:00:00Z"');
});

it("throws why there is no answer, wherever in the text it stands", () => {
  const text = `{"a":"${marks.time}1","b":${fault(tooLarge)},"c":1}`;
  expect(() => finish(text)).toThrow(FaultInAnswer);
  expect(() => finish(text)).toThrow(/tooLarge/);
});
