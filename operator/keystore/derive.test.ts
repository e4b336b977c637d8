import { mnemonicToSeedSync } from "@scure/bip39";
import { deriveChild, deriveMaster } from "micro-key-producer/bls.js";
import { bytesToHex, hexToBytes, numberToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../lib/errors/NektarError.ts";
import { deriveFromMnemonic, newMnemonic } from "./derive.ts";
import { isSecretKey } from "./keystore.ts";

/** EIP-2333, "Test Cases" 0 to 3: seed, master secret key, index, child secret key. */
const vectors = [
  [
    "0xc55257c360c07c72029aebc1b53c05ed0362ada38ead3e3e9efa3708e53495531f09a6987599d18264c1e1c92f2cf141630c7a3c4ab7c81b2f001698e7463b04",
    6083874454709270928345386274498605044986640685124978867557563392430687146096n,
    0,
    20397789859736650942317412262472558107875392172444076792671091975210932703118n,
  ],
  [
    "0x3141592653589793238462643383279502884197169399375105820974944592",
    29757020647961307431480504535336562678282505419141012933316116377660817309383n,
    3141592653,
    25457201688850691947727629385191704516744796114925897962676248250929345014287n,
  ],
  [
    "0x0099FF991111002299DD7744EE3355BBDD8844115566CC55663355668888CC00",
    27580842291869792442942448775674722299803720648445448686099262467207037398656n,
    4294967295,
    29358610794459428860402234341874281240803786294062035874021252734817515685787n,
  ],
  [
    "0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3",
    19022158461524446591288038168518313374041767046816487870552872741050760015818n,
    42,
    31372231650479070279774297061823572166496564838472787488249775572789064611981n,
  ],
] as const;
const abandon = `${"abandon ".repeat(11)}about`;

describe("EIP-2333", () => {
  it.each(vectors)(
    "derives the keys of the EIP's test case with the seed %s",
    (seed, master, index, child) => {
      const masterKey = deriveMaster(hexToBytes(seed));
      expect(masterKey).toEqual(numberToBytes(master, { size: 32 }));
      expect(deriveChild(masterKey, index)).toEqual(numberToBytes(child, { size: 32 }));
    },
  );

  it("takes the seed of test case 0 from its mnemonic with the password TREZOR", () => {
    expect(bytesToHex(mnemonicToSeedSync(abandon, "TREZOR"))).toBe(vectors[0][0]);
  });
});

describe("deriveFromMnemonic", () => {
  it("walks the EIP-2334 path of a signing key, one step of EIP-2333 at a time", async () => {
    let key = deriveMaster(mnemonicToSeedSync(abandon));
    for (const index of [12381, 3600, 7, 0, 0]) key = deriveChild(key, index);
    expect(await deriveFromMnemonic(`  ${abandon.toUpperCase()}\n`, 7)).toEqual({
      secretKey: key,
      path: "m/12381/3600/7/0/0",
    });
  });

  it("gives another key for each index and each new mnemonic", async () => {
    const keys = await Promise.all([
      deriveFromMnemonic(abandon, 0),
      deriveFromMnemonic(abandon, 1),
      deriveFromMnemonic(newMnemonic(), 0),
    ]);
    expect(new Set(keys.map(({ secretKey }) => bytesToHex(secretKey))).size).toBe(3);
    for (const { secretKey } of keys) expect(isSecretKey(secretKey)).toBe(true);
  });

  it("refuses words with a wrong checksum and indices out of range, and repeats no word", async () => {
    const wrong = deriveFromMnemonic("abandon ".repeat(12), 0);
    await expect(wrong).rejects.toThrow(ConfigError);
    await expect(wrong).rejects.not.toThrow(/abandon/);
    for (const index of [-1, 0.5, 2 ** 32])
      await expect(deriveFromMnemonic(abandon, index)).rejects.toThrow(/whole number from 0/);
  });
});
