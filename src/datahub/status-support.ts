import { type GmsConfig, isAtLeast } from './gms-config.ts'

/** From these versions on a status holds more than whether its entity is removed (the peer's auto_status_aspect.py). */
const LIFECYCLE = { core: [1, 7, 0], managed: [2, 1, 0] }

/** Whether this GMS knows the lifecycle of entities: members of a status that others refuse. */
export const knowsLifecycle = (gms: GmsConfig): boolean => isAtLeast(gms, LIFECYCLE)
