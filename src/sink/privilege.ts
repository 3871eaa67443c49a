/** What to do where GMS takes the token, and its policies leave out what is written. */
export const PRIVILEGE_CURE =
  "give the token's actor a metadata policy with the privileges Create Entity and Edit Entity for everything that is to be written (DataHub: Settings, Permissions, Policies)"
