/** The messages of the drive API, each with its fields and their types. Written by generate.ts: do not edit. */
export const DRIVE_MESSAGES: Readonly<Record<string, string>> = {
  About:
    'appInstalled:bool canCreateDrives:bool canCreateTeamDrives:bool driveThemes:any[] exportFormats:{string[]} folderColorPalette:string[] importFormats:{string[]} kind:string maxImportSizes:{string} maxUploadSize:string storageQuota:any teamDriveThemes:any[] user:User',
  Change:
    'changeType:string drive:Drive driveId:string file:File fileId:string kind:string removed:bool teamDrive:TeamDrive teamDriveId:string time:string type:string',
  ChangeList: 'changes:Change[] kind:string newStartPageToken:string nextPageToken:string',
  Comment:
    'anchor:string assigneeEmailAddress:string author:User content:string createdTime:string deleted:bool htmlContent:string id:string kind:string mentionedEmailAddresses:string[] modifiedTime:string quotedFileContent:any replies:Reply[] resolved:bool',
  CommentList: 'comments:Comment[] kind:string nextPageToken:string',
  ContentRestriction:
    'ownerRestricted:bool readOnly:bool reason:string restrictingUser:User restrictionTime:string systemRestricted:bool type:string',
  Drive:
    'backgroundImageFile:any backgroundImageLink:string capabilities:any colorRgb:string createdTime:string hidden:bool id:string kind:string name:string orgUnitId:string restrictions:any themeId:string',
  File: 'appProperties:{string} capabilities:any clientEncryptionDetails:ClientEncryptionDetails contentHints:any contentRestrictions:ContentRestriction[] copyRequiresWriterPermission:bool createdTime:string description:string downloadRestrictions:DownloadRestrictionsMetadata driveId:string explicitlyTrashed:bool exportLinks:{string} fileExtension:string folderColorRgb:string fullFileExtension:string hasAugmentedPermissions:bool hasThumbnail:bool headRevisionId:string iconLink:string id:string imageMediaMetadata:any inheritedPermissionsDisabled:bool isAppAuthorized:bool kind:string labelInfo:any lastModifyingUser:User linkShareMetadata:any md5Checksum:string mimeType:string modifiedByMe:bool modifiedByMeTime:string modifiedTime:string name:string originalFilename:string ownedByMe:bool owners:User[] parents:string[] permissionIds:string[] permissions:Permission[] properties:{string} quotaBytesUsed:string resourceKey:string sha1Checksum:string sha256Checksum:string shared:bool sharedWithMeTime:string sharingUser:User shortcutDetails:any size:string spaces:string[] starred:bool teamDriveId:string thumbnailLink:string thumbnailVersion:string trashed:bool trashedTime:string trashingUser:User version:string videoMediaMetadata:any viewedByMe:bool viewedByMeTime:string viewersCanCopyContent:bool webContentLink:string webViewLink:string writersCanShare:bool',
  FileList: 'files:File[] incompleteSearch:bool kind:string nextPageToken:string',
  Label: 'fields:{LabelField} id:string kind:string revisionId:string',
  LabelField:
    'dateString:string[] id:string integer:string[] kind:string selection:string[] text:string[] user:User[] valueType:string',
  Permission:
    'allowFileDiscovery:bool deleted:bool displayName:string domain:string emailAddress:string expirationTime:string id:string inheritedPermissionsDisabled:bool kind:string pendingOwner:bool permissionDetails:any[] photoLink:string role:string teamDrivePermissionDetails:any[] type:string view:string',
  PermissionList: 'kind:string nextPageToken:string permissions:Permission[]',
  Reply:
    'action:string assigneeEmailAddress:string author:User content:string createdTime:string deleted:bool htmlContent:string id:string kind:string mentionedEmailAddresses:string[] modifiedTime:string',
  StartPageToken: 'kind:string startPageToken:string',
  TeamDrive:
    'backgroundImageFile:any backgroundImageLink:string capabilities:any colorRgb:string createdTime:string id:string kind:string name:string orgUnitId:string restrictions:any themeId:string',
  User: 'displayName:string emailAddress:string kind:string me:bool permissionId:string photoLink:string',
};
