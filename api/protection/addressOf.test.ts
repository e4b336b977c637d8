import { describe, expect, it } from "vitest";
import { addressOf } from "./addressOf.ts";

const from = (remoteAddress: string, forwarded?: string | string[]) =>
  ({ socket: { remoteAddress }, headers: { "x-forwarded-for": forwarded } }) as never;

describe("the address that a request counts for", () => {
  it.each([
    ["10.0.0.1", "10.0.0.1"],
    ["::ffff:10.0.0.1", "10.0.0.1"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("of %s is %s", (remote, counted) => {
    expect(addressOf(from(remote), 0)).toBe(counted);
  });

  it("is the connection's, whatever a client says, unless there are proxies of ours", () => {
    expect(addressOf(from("10.0.0.1", "1.2.3.4"), 0)).toBe("10.0.0.1");
  });

  it("is what our outermost proxy saw, not what the client told it", () => {
    expect(addressOf(from("10.0.0.1", "6.6.6.6, 1.2.3.4"), 1)).toBe("1.2.3.4");
    expect(addressOf(from("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2"), 2)).toBe("1.2.3.4");
    expect(addressOf(from("10.0.0.1", ["6.6.6.6", "1.2.3.4"]), 1)).toBe("1.2.3.4");
    expect(addressOf(from("10.0.0.1"), 1)).toBe("10.0.0.1");
  });
});
