import { option } from '../../core/config/option.ts'
import { choice, integer, number, orNull, record, secretText, text } from '../../core/config/types.ts'
import { advancedConfig, NO_ADVANCED } from './aws-advanced.ts'
import { awsRoles } from './aws-role.ts'

/** botocore's default for both timeouts, in seconds. */
export const DEFAULT_TIMEOUT = 60

/** How to reach AWS: the peer's AwsConnectionConfig (source/aws/aws_common.py). */
export const AWS_OPTIONS = {
  aws_region: option(orNull(text), null, 'The AWS region of the catalogue; by default what the environment says.'),
  aws_role: option(
    awsRoles,
    [],
    'The role to assume, or several to assume one after the other, as ARNs or {RoleArn, ExternalId, …} with the arguments of AssumeRole.'
  ),
  aws_access_key_id: option(orNull(text), null, 'An access key; better left to the environment or to OIDC.'),
  aws_secret_access_key: option(orNull(secretText), null, 'The secret of the access key, as a variable.'),
  aws_session_token: option(orNull(secretText), null, 'The session token of temporary keys, as a variable.'),
  aws_profile: option(orNull(text), null, 'A named profile of the AWS configuration files.'),
  aws_endpoint_url: option(orNull(text), null, 'An endpoint for S3 in place of AWS’s own; Glue and STS keep theirs.'),
  aws_proxy: option(orNull(record(text)), null, 'Proxies for calls to AWS, by scheme.'),
  aws_retry_num: option(integer({ min: 0 }), 5, 'How often a failed call to AWS is tried again.'),
  aws_retry_mode: option(
    choice(['legacy', 'standard', 'adaptive']),
    'standard',
    'The SDK’s retry mode: in each of them the same errors are tried again, and calls are paced as adaptive does.'
  ),
  read_timeout: option(number({ above: 0 }), DEFAULT_TIMEOUT, 'How many seconds an answer of AWS may take.'),
  aws_advanced_config: option(advancedConfig, NO_ADVANCED, 'Options of botocore’s Config.')
} as const
