/** A job, as GetJobs returns it. */
export interface GlueJob {
  readonly Name?: string
  readonly Description?: string
  readonly Role?: string
  readonly CreatedOn?: Date
  readonly LastModifiedOn?: Date
  readonly Command?: { readonly ScriptLocation?: string }
}

/** An argument of a node: its value is YAML or JSON as text. */
export interface NodeArgument {
  readonly Name?: string
  readonly Value?: string
}

/** A step of a job's script. */
export interface GraphNode {
  readonly Id?: string
  readonly NodeType?: string
  readonly Args?: readonly NodeArgument[]
}

export interface GraphEdge {
  readonly Source?: string
  readonly Target?: string
}

/** The steps of a job's script, as GetDataflowGraph finds them. */
export interface ScriptGraph {
  readonly DagNodes?: readonly GraphNode[]
  readonly DagEdges?: readonly GraphEdge[]
}

/** How a job reaches a database, as GetConnection returns it. */
export interface GlueConnection {
  readonly ConnectionType?: string
  readonly ConnectionProperties?: Readonly<Record<string, string>>
  readonly SparkProperties?: Readonly<Record<string, string>>
}
