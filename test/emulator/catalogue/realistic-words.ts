/** A subject area of the company: its database, who owns it, what its tables are about. */
export interface Area {
  readonly database: string
  readonly description: string
  readonly owner: string
  readonly entities: readonly string[]
}

export const AREAS: readonly Area[] = [
  {
    database: 'sales',
    description: 'Orders, customers and everything sold, as the finance team reports it.',
    owner: 'sales-data',
    entities: ['orders', 'order_items', 'customers', 'invoices', 'refunds', 'price_lists', 'promotions', 'contracts']
  },
  {
    database: 'marketing',
    description: 'Campaigns and attribution.',
    owner: 'growth-analytics',
    entities: [
      'campaigns',
      'ad_spend',
      'impressions',
      'clicks',
      'conversions',
      'audiences',
      'email_sends',
      'landing_pages'
    ]
  },
  {
    database: 'finance',
    description: 'Ledger, revenue recognition, budgets. Restricted.',
    owner: 'finance-data',
    entities: [
      'ledger_entries',
      'accounts',
      'cost_centres',
      'budgets',
      'exchange_rates',
      'payments',
      'payouts',
      'tax_rates'
    ]
  },
  {
    database: 'logistics',
    description: 'Shipments from warehouse to door.',
    owner: 'supply-chain',
    entities: ['shipments', 'parcels', 'carriers', 'warehouses', 'stock_levels', 'stock_movements', 'returns', 'routes']
  },
  {
    database: 'product_analytics',
    description: 'What users do in the web shop and the app.',
    owner: 'product-analytics',
    entities: ['page_views', 'sessions', 'events', 'searches', 'experiments', 'feature_flags', 'funnels', 'devices']
  },
  {
    database: 'support',
    description: 'Tickets, chats and their outcome.',
    owner: 'customer-care',
    entities: [
      'tickets',
      'ticket_events',
      'agents',
      'satisfaction',
      'chats',
      'macros',
      'escalations',
      'knowledge_articles'
    ]
  }
]

/** How each entity exists: the layer's database prefix and the suffix of the table's name. */
export const LAYERS = [
  { prefix: 'raw_', suffixes: ['', '_snapshot'], format: 'json' },
  { prefix: 'staging_', suffixes: ['_cleaned', '_deduplicated'], format: 'parquet' },
  { prefix: '', suffixes: ['', '_daily', '_history'], format: 'parquet' }
] as const

/** Columns that entities have, by a name's meaning: name, type, comment. */
export const COLUMNS: readonly (readonly [string, string, string?])[] = [
  ['id', 'bigint', 'Surrogate key'],
  ['external_id', 'string', 'Identifier in the system of record'],
  ['created_at', 'timestamp'],
  ['updated_at', 'timestamp', 'Last change in the system of record'],
  ['status', 'varchar(32)', 'One of open, active, closed, cancelled'],
  ['amount', 'decimal(18,4)', 'In `currency`, net of tax'],
  ['currency', 'char(3)', 'ISO 4217'],
  ['quantity', 'int'],
  ['country_code', 'char(2)', 'ISO 3166-1 alpha-2'],
  ['is_deleted', 'boolean'],
  ['tags', 'array<string>'],
  ['attributes', 'map<string,string>', 'Free attributes; keys are not controlled'],
  ['address', 'struct<street:string,house_number:string,postal_code:string,city:string,country:string>'],
  [
    'items',
    'array<struct<sku:string,quantity:int,unit_price:decimal(18,4),discounts:array<struct<code:string,amount:decimal(18,4)>>>>'
  ],
  [
    'contact',
    'struct<email:string,phone:struct<country_code:string,number:string>,consents:map<string,boolean>>',
    'Personal data'
  ],
  ['payload', 'string', 'The event as received'],
  ['score', 'double'],
  ['percentile', 'float'],
  ['valid_from', 'date'],
  ['valid_to', 'date', 'Open while the row is current'],
  ['source_file', 'string'],
  ['checksum', 'binary'],
  ['retries', 'tinyint'],
  ['position', 'smallint'],
  ['metadata', 'struct<ingested_at:timestamp,pipeline:string,version:int,lineage:array<map<string,string>>>'],
  ['measurement', 'uniontype<int,double,string>', 'As the device sent it'],
  ['geo', 'struct<latitude:double,longitude:double,accuracy:float>']
]
