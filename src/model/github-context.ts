/** Where in GitHub a run happens, from the runner's variables and the event's payload. */
export interface GithubContext {
  /** `owner/name`. */
  readonly repository: string
  /** `schedule`, `workflow_dispatch`, `pull_request` … */
  readonly eventName: string
  readonly ref: string
  readonly sha: string
  readonly workflow: string
  readonly runId: string
  readonly runAttempt: number
  /** The cron line that set the run off; null for every other event. */
  readonly schedule: string | null
  /** The page of this workflow run. */
  readonly runUrl: string
  /** A pull request whose head is in another repository: GitHub gives it no OIDC token and no secrets. */
  readonly isForkPullRequest: boolean
  /** The pull request that set the run off; null: none did. */
  readonly pullRequest: PullRequestContext | null
}

/** A pull request, from the event's payload. */
export interface PullRequestContext {
  readonly number: number
  /** The head of the base branch when the event happened. */
  readonly baseSha: string
  /** The head of the pull request, whose merge with the base is checked out; absent: the event does not tell. */
  readonly headSha?: string
}
