/** Words around what a client shows in its own way, such as a member's name or a time. */
export type Words<T> = readonly (string | T)[];
