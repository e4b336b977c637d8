import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decryptEIP2335Keystore, EIP2335Keystore } from "micro-key-producer/bls.js";
import { bytesToHex } from "viem";
import { afterAll, describe, expect, it } from "vitest";
import {
  decryptKeystore,
  encryptKeystore,
  isSecretKey,
  KeystoreError,
  randomSecretKey,
  readKeystore,
  readPasswordFile,
} from "./keystore.ts";

const directory = mkdtempSync(join(tmpdir(), "nektar-keystore-"));
const write = (name: string, text: string) => {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
};

// EIP-2335, "Test Cases": password, secret, and both keystores.
const password = "𝔱𝔢𝔰𝔱𝔭𝔞𝔰𝔰𝔴𝔬𝔯𝔡🔑";
const secret = "0x000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f";
const pubkey =
  "9612d7a727c9d0a22e185a1c768478dfe919cada9266988cb32359c11f2b7b27f4ae4040902382ae2910c15e2b420d07";
const salt = "d4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3";
const cipher = (message: string) => ({
  function: "aes-128-ctr",
  params: { iv: "264daa3f303d7259501c93d997d84fe6" },
  message,
});
const scryptKeystore = {
  crypto: {
    kdf: { function: "scrypt", params: { dklen: 32, n: 262144, p: 1, r: 8, salt }, message: "" },
    checksum: {
      function: "sha256",
      params: {},
      message: "d2217fe5f3e9a1e34581ef8a78f7c9928e436d36dacc5e846690a5581e8ea484",
    },
    cipher: cipher("06ae90d55fe0a6e9c5c3bc5b170827b2e5cce3929ed3f116c2811e6366dfe20f"),
  },
  description: "This is a test keystore that uses scrypt to secure the secret.",
  pubkey,
  path: "m/12381/60/3141592653/589793238",
  uuid: "1d85ae20-35c5-4611-98e8-aa14a633906f",
  version: 4,
};
const pbkdf2Keystore = {
  crypto: {
    kdf: { function: "pbkdf2", params: { dklen: 32, c: 262144, prf: "hmac-sha256", salt }, message: "" },
    checksum: {
      function: "sha256",
      params: {},
      message: "8a9f5d9912ed7e75ea794bc5a89bca5f193721d30868ade6f73043c6ea6febf1",
    },
    cipher: cipher("cee03fde2af33149775b7223e7845e4fb2c8ae1792e5f99fe9ecf474cc8c16ad"),
  },
  description: "This is a test keystore that uses PBKDF2 to secure the secret.",
  pubkey,
  path: "m/12381/60/0/0",
  uuid: "64625def-3331-4eea-ab6f-782f3ed16a83",
  version: 4,
};

describe("keystores", () => {
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it.each([
    ["scrypt", scryptKeystore],
    ["PBKDF2", pbkdf2Keystore],
  ])("opens EIP-2335's test keystore with %s", async (name, json) => {
    const path = write(`${name}.json`, JSON.stringify(json));
    expect(bytesToHex(await decryptKeystore(readKeystore(path), password, path))).toBe(secret);
  });

  it("opens what it made, and only with the password", async () => {
    const key = randomSecretKey();
    const path = write("own.json", await encryptKeystore(key, "a password"));
    const keystore = readKeystore(path);
    expect(await decryptKeystore(keystore, "a password", path)).toEqual(key);
    await expect(decryptKeystore(keystore, "another", path)).rejects.toThrow(KeystoreError);
  });

  it.each(["scrypt", "pbkdf2"] as const)(
    "exchanges keystores with another implementation, with %s",
    async (kdf) => {
      const key = randomSecretKey();
      const text = await encryptKeystore(key, password, { kdf, path: "m/12381/3600/0/0/0" });
      expect(decryptEIP2335Keystore(JSON.parse(text), password)).toEqual(key);
      const other = new EIP2335Keystore(password, kdf).create(key, "another tool's");
      const path = write(`theirs-${kdf}.json`, JSON.stringify(other));
      expect(await decryptKeystore(readKeystore(path), password, path)).toEqual(key);
    },
  );

  it("refuses a keystore whose public key is another's", async () => {
    const other = { ...pbkdf2Keystore, pubkey: pubkey.replace("9", "8") };
    const path = write("other.json", JSON.stringify(other));
    await expect(decryptKeystore(readKeystore(path), password, path)).rejects.toThrow(/does not belong/);
  });

  it("says what is wrong with files", () => {
    expect(() => readKeystore(join(directory, "none"))).toThrow(/cannot be read/);
    expect(() => readKeystore(write("a.json", "{}"))).toThrow(/no EIP-2335 keystore/);
    expect(() => readPasswordFile(write("empty", "\n"))).toThrow(/is empty/);
    expect(readPasswordFile(write("password", "with space \r\n"))).toBe("with space ");
  });

  it("takes scalars between 1 and the group's order for secret keys", () => {
    expect(isSecretKey(randomSecretKey())).toBe(true);
    expect(isSecretKey(new Uint8Array(32))).toBe(false);
    expect(isSecretKey(new Uint8Array(32).fill(0xff))).toBe(false);
    expect(isSecretKey(new Uint8Array(31).fill(1))).toBe(false);
  });
});
