export const id = 59;
export const ids = [59];
export const modules = {

/***/ 59:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createS3Client: () => (/* binding */ createS3Client)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3711);
/* harmony import */ var _model_aws_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8791);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1093);



/** What a bucket without tags is answered with. */
const NO_TAGS = 'NoSuchTagSet';
/**
 * A client for S3 that acts as the owner of `credentials`.
 * @param aws how the recipe reaches it: its `aws_endpoint_url` is for S3 alone (aws_common.py get_s3_client)
 */
function createS3Client(deps, aws) {
    const { clock, emit, retries, limit, credentials, transport } = deps;
    const settings = transport.settingsFor('S3');
    const endpoint = aws.endpointUrl ?? settings.endpoint;
    const { pathStyle, accelerate } = aws.advanced ?? _model_aws_options_js__WEBPACK_IMPORTED_MODULE_0__/* .NO_ADVANCED_OPTIONS */ .o;
    const client = new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .S3Client */ .YxF({
        ...settings,
        ...(endpoint === undefined ? {} : { endpoint }),
        forcePathStyle: pathStyle ?? endpoint !== undefined,
        useAccelerateEndpoint: accelerate,
        credentials,
        followRegionRedirects: true
    });
    const policy = { service: 's3', retries, clock, emit, limit, renew: credentials.dropOlderThan };
    const options = (signal) => (signal === undefined ? {} : { abortSignal: signal });
    return {
        getObject: (Bucket, Key, signal) => (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .I)(policy, 'GetObject', () => bodyOf(client, { Bucket, Key }, options(signal)), signal),
        getBucketTagging: (Bucket, signal) => {
            const attempt = async () => {
                try {
                    return tagsOf(await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .GetBucketTaggingCommand */ .fp5({ Bucket }), options(signal)));
                }
                catch (error) {
                    if (error instanceof Error && error.name === NO_TAGS)
                        return [];
                    throw error;
                }
            };
            return (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .I)(policy, 'GetBucketTagging', attempt, signal);
        },
        getObjectTagging: (Bucket, Key, signal) => {
            const command = () => new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .GetObjectTaggingCommand */ .u4b({ Bucket, Key });
            return (0,_call_js__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .I)(policy, 'GetObjectTagging', async () => tagsOf(await client.send(command(), options(signal))), signal);
        }
    };
}
async function bodyOf(client, place, options) {
    const answer = await client.send(new _aws_sdk_client_s3__WEBPACK_IMPORTED_MODULE_2__/* .GetObjectCommand */ .jLs(place), options);
    return Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
}
const tagsOf = ({ TagSet = [] }) => TagSet.map(({ Key = '', Value = '' }) => ({ key: Key, value: Value }));


/***/ })

};
