/** Characters that the address of a calendar may have; longer ones are cut off by servers on the way. */
export const SOURCE_LENGTH = 2_000;

/** What a fetch of a calendar may take: milliseconds in all and until it is connected, redirects, bytes when unpacked. */
export const FETCH_LIMITS = { totalMs: 20_000, connectMs: 7_000, redirects: 5, bytes: 10_000_000 } as const;
