/** What is typed right after the key that opens a list goes into it: the list does not glide in. */
export const AT_ONCE = { duration: 0 } as const;
